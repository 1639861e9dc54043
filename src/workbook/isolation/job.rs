//! Windows: a child that the system ends with its parent, whatever either is doing.

use std::os::windows::io::AsRawHandle as _;
use std::process::Child;
use win32job::{ExtendedLimitInfo, Job};

/// A job object with the child in it. When the job is dropped, or this process ends however it ends, the
/// system ends the child. None where the system gives no job, as an old one does to what stands in another:
/// the child then ends when its standard input does.
pub(super) fn of(child: &Child) -> Option<Job> {
    let mut info = ExtendedLimitInfo::new();
    info.limit_kill_on_job_close();
    let job = Job::create_with_limit_info(&info).ok()?;
    // A handle is as wide as the numbers it is passed as.
    job.assign_process(child.as_raw_handle() as isize).ok()?;
    Some(job)
}
