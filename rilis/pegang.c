/* pegang.exe FILE SHARE: holds a file open as another program does until its standard input ends; SHARE 0 lets
   nobody have it (Excel), 1 lets others read it (a reader of PDF). For tests under Wine alone. */
#include <stdio.h>
#include <windows.h>

int wmain(int count, wchar_t **words) {
    if (count != 3) return 2;
    HANDLE file = CreateFileW(words[1], GENERIC_READ, words[2][0] == L'1' ? FILE_SHARE_READ : 0, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return 1;
    puts("dipegang");
    fflush(stdout);
    while (getchar() != EOF) {}
    return 0;
}
