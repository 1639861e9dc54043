/* antar.exe PROGRAM ARGUMENTS: starts the program and ends with what its end was on Windows: 100 + its status
   where it ended by itself with 0 to 27, else 99. For tests under Wine alone.

   Wine 8 now and then ends a process by a signal after that process has come to its end (ExitProcess) while threads
   of it are still going; on Windows nobody would see it, and the status stands with Wine's server. A process that
   ends otherwise, by a fault or from outside, has status 0 there too: so bcryptprimitives.dll (prng.c), which the
   program has loaded, sets an event when ExitProcess is under way, and only then the status counts.

   Named explorer.exe it is the parent that a double click has. UJI_MULAI names a file that it makes before the program
   runs: without it nothing was begun. The program ends with it, being in its job. */
#include <stdio.h>
#include <windows.h>

static wchar_t *behind_first(wchar_t *line) {
    int quoted = 0;
    for (; *line && (quoted || *line != L' '); line++) quoted ^= *line == L'"';
    while (*line == L' ') line++;
    return line;
}

int main(void) {
    wchar_t *line = behind_first(GetCommandLineW()), text[MAX_PATH];
    SECURITY_ATTRIBUTES shared = {sizeof shared, NULL, TRUE};
    STARTUPINFOW start = {sizeof start};
    PROCESS_INFORMATION one;
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
    DWORD status = 0;
    HANDLE ends = CreateEventW(&shared, TRUE, FALSE, NULL), job = CreateJobObjectW(NULL, NULL);
    swprintf(text, MAX_PATH, L"%llu", (unsigned long long)(ULONG_PTR)ends);
    SetEnvironmentVariableW(L"UJI_SELESAI", text);
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
    DWORD named = GetEnvironmentVariableW(L"UJI_MULAI", text, MAX_PATH);
    SetEnvironmentVariableW(L"UJI_MULAI", NULL);
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &start, &one)) return 91;
    if (named) CloseHandle(CreateFileW(text, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
    AssignProcessToJobObject(job, one.hProcess);
    ResumeThread(one.hThread);
    WaitForSingleObject(one.hProcess, INFINITE);
    GetExitCodeProcess(one.hProcess, &status);
    if (WaitForSingleObject(ends, 0) == WAIT_OBJECT_0 && status < 28) return 100 + (int)status;
    fprintf(stderr, "antar: the program did not end by itself (status %lx)\n", status);
    return 99;
}
