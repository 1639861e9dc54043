//! Whether the program was started by a double click.

/// Explorer starts what is double-clicked, or what something is dropped on.
#[cfg(windows)]
pub fn is_double_click() -> bool {
    use winsafe::{HPROCESSLIST, co};
    let Ok(mut list) = HPROCESSLIST::CreateToolhelp32Snapshot(co::TH32CS::SNAPPROCESS, None) else { return false };
    let processes = list.iter_processes().map_while(Result::ok);
    let all: Vec<(u32, u32, String)> =
        processes.map(|one| (one.th32ProcessID, one.th32ParentProcessID, one.szExeFile())).collect();
    let own = std::process::id();
    let parent = all.iter().find(|(id, ..)| *id == own).map(|(_, parent, _)| *parent);
    all.iter().any(|(id, _, name)| Some(*id) == parent && name.eq_ignore_ascii_case("explorer.exe"))
}

#[cfg(not(windows))]
pub fn is_double_click() -> bool {
    false
}
