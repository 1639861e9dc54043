/* palsu.exe: writes all it has to say, lingers as many milliseconds as UJI_LAMA says, and ends with status 7. What
   rilis/uji.sh kills before and after its end, to see that its verdict is awake. For tests alone. */
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>
BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length);

int main(void) {
    unsigned char byte;
    const char *lingers = getenv("UJI_LAMA");
    ProcessPrng(&byte, 1);
    puts("isi");
    fflush(stdout);
    Sleep(lingers ? (DWORD)atoi(lingers) : 0);
    return 7;
}
