/* bcryptprimitives.dll for tests under Wine alone: what Rust's standard library asks of it (Wine before 9 has none),
   and the event by which antar.exe knows that the program came to its end by itself. */
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
    return SystemFunction036(data, (ULONG)length);
}

static HANDLE ends;
static DWORD lingers;

static ULONG_PTR number(const wchar_t *name) {
    wchar_t text[32];
    ULONG_PTR value = 0;
    if (GetEnvironmentVariableW(name, text, 32))
        for (wchar_t *at = text; *at >= L'0' && *at <= L'9'; at++) value = value * 10 + (ULONG_PTR)(*at - L'0');
    return value;
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID whole_process) {
    (void)self;
    if (reason == DLL_PROCESS_ATTACH) {
        ends = (HANDLE)number(L"UJI_SELESAI");
        lingers = (DWORD)number(L"UJI_TINGGAL");
        /* A program that this one starts has no part in it. */
        SetEnvironmentVariableW(L"UJI_SELESAI", NULL);
    }
    if (reason == DLL_PROCESS_DETACH && whole_process && ends) {
        SetEvent(ends);
        Sleep(lingers);
    }
    return TRUE;
}
