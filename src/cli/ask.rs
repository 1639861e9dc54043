//! Questions on the terminal, one line each, and their answers.

use super::terminal::tell;
use std::io::{self, BufRead, IsTerminal};

/// Where answers come from.
pub struct Asker<'a> {
    lines: Box<dyn BufRead + 'a>,
    ended: bool,
}

/// Whether somebody is there to be asked.
pub fn somebody() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

impl<'a> Asker<'a> {
    /// Answers from standard input.
    pub fn standard() -> Asker<'static> {
        Asker { lines: Box::new(io::stdin().lock()), ended: false }
    }

    #[cfg(test)]
    pub fn of(text: &'a str) -> Self {
        Asker { lines: Box::new(text.as_bytes()), ended: false }
    }

    /// The answer's text without outer blanks; none where nobody answers any more.
    pub fn ask(&mut self, question: &str) -> Option<String> {
        if self.ended {
            return None;
        }
        tell(question);
        let mut line = String::new();
        match self.lines.read_line(&mut line) {
            Ok(count) if count > 0 => Some(line.trim().to_owned()),
            _ => {
                self.ended = true;
                None
            }
        }
    }

    /// The same, nothing typed being no answer.
    pub fn ask_text(&mut self, question: &str) -> Option<String> {
        self.ask(question).filter(|answer| !answer.is_empty())
    }
}
