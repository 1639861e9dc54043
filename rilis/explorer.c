/* A parent named explorer.exe, as a double click has one: starts what it is given and ends as that does. For tests alone. */
#include <windows.h>
int main(void) {
    wchar_t *line = GetCommandLineW();
    int quoted = 0;
    for (; *line && (quoted || *line != L' '); line++) quoted ^= *line == L'"';
    while (*line == L' ') line++;
    STARTUPINFOW start = {sizeof start};
    PROCESS_INFORMATION one;
    DWORD status = 90;
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &one)) return 91;
    WaitForSingleObject(one.hProcess, INFINITE);
    GetExitCodeProcess(one.hProcess, &status);
    return (int)status;
}
