//! Cuts a sheet's rows into pieces as they are unpacked, has them read, and puts
//! what they hold together in their order.

use super::piece::{self, Piece};
use crate::threads;
use crate::vocabulary::CellAddress;
use crate::workbook::budget::Budget;
use crate::workbook::calculation::SharedFormula;
use crate::workbook::cells::Builder;
use crate::workbook::formats::xlsx::cell::Context;
use crate::workbook::formats::xml::Xml;
use memchr::memmem;
use std::collections::BTreeMap;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};

/// So many bytes make a piece; a row that is longer is left to the other scanner.
const PIECE: usize = 1 << 19;
const LONGEST: usize = 4 << 20;
/// So many threads read pieces at most.
const READERS: usize = 4;
/// So many pieces are on their way at most.
const AHEAD: usize = READERS + 2;

/// What the rows that were read so far hold.
pub(in super::super) struct Rows {
    pub cells: Builder,
    pub hidden_rows: Vec<(u32, u32)>,
    pub struck: Vec<CellAddress>,
    pub shared_formulas: Vec<SharedFormula>,
    /// The row after the last one.
    pub next_row: u32,
}

/// A piece by its number, and what was found in it.
type Found = (usize, Vec<u8>, Option<Piece>);

/// Reads the rows of the list just opened as far as they are plainly written, and
/// leaves the scanner before the first that is not, or at the list's close.
pub(in super::super) fn read_rows<R: Read>(xml: &mut Xml<R>, context: &Context<'_>, budget: &mut Budget, rows: &mut Rows) {
    let Some(held) = xml.take_rest() else { return };
    let mut cutter = Cutter { carry: held, is_last: false };
    let mut joined = Joined { rows, budget, rest: None };
    match cutter.next(xml) {
        // A small sheet is not worth a thread.
        Some(only) if cutter.is_last => {
            let piece = piece::read(&only, context);
            joined.take(only, piece);
        }
        Some(first) => read_beside(xml, context, (&mut cutter, first), &mut joined),
        None => {}
    }
    let rest = joined.rest.unwrap_or_default();
    xml.put_back([rest, cutter.carry].concat());
}

/// Has pieces read by other threads while the next are unpacked by this one.
fn read_beside<R: Read>(
    xml: &mut Xml<R>,
    context: &Context<'_>,
    (cutter, first): (&mut Cutter, Vec<u8>),
    joined: &mut Joined<'_>,
) {
    let readers = std::thread::available_parallelism().map_or(1, |count| count.get().clamp(1, READERS));
    // There is room for all pieces that are on their way, so that nobody waits for somebody gone.
    let (give, given) = sync_channel::<(usize, Vec<u8>)>(AHEAD);
    let (tell, told) = sync_channel::<Found>(AHEAD);
    let given = Mutex::new(given);
    std::thread::scope(|scope| {
        let start = || {
            let (given, tell) = (&given, tell.clone());
            threads::start(scope, move || serve(given, &tell, context))
        };
        // Where the system gives no thread, the scanner that looks at every token reads on.
        if (0..readers).map_while(|_| start()).count() == 0 {
            joined.rest = Some(first);
            return;
        }
        drop(tell);
        feed(xml, (cutter, first), (give, &told), joined);
    });
}

/// Reads pieces until there are no more.
fn serve(given: &Mutex<Receiver<(usize, Vec<u8>)>>, tell: &SyncSender<Found>, context: &Context<'_>) {
    loop {
        let next = given.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((index, bytes)) = next else { return };
        // Whatever goes wrong with a piece is told by the other scanner.
        let piece = catch_unwind(AssertUnwindSafe(|| piece::read(&bytes, context))).unwrap_or_default();
        if tell.send((index, bytes, piece)).is_err() {
            return;
        }
    }
}

/// Hands pieces out and takes them back in their order, never holding more than a few.
fn feed<R: Read>(
    xml: &mut Xml<R>,
    (cutter, first): (&mut Cutter, Vec<u8>),
    (give, told): (SyncSender<(usize, Vec<u8>)>, &Receiver<Found>),
    joined: &mut Joined<'_>,
) {
    let mut next = Some(first);
    let (mut given, mut taken) = (0, 0);
    let mut waiting: BTreeMap<usize, (Vec<u8>, Option<Piece>)> = BTreeMap::new();
    loop {
        while given - taken < AHEAD && joined.rest.is_none() {
            let Some(bytes) = next.take().or_else(|| cutter.next(xml)) else { break };
            if give.send((given, bytes)).is_err() {
                return;
            }
            given += 1;
        }
        if given == taken {
            return;
        }
        let (bytes, piece) = loop {
            if let Some(found) = waiting.remove(&taken) {
                break found;
            }
            let Ok((index, bytes, piece)) = told.recv() else { return };
            waiting.insert(index, (bytes, piece));
        };
        joined.take(bytes, piece);
        taken += 1;
    }
}

/// The stream of rows, cut where rows begin.
struct Cutter {
    /// What was read and not yet cut off.
    carry: Vec<u8>,
    /// Nothing follows that could be cut.
    is_last: bool,
}

impl Cutter {
    /// The next piece; `None` at the end, or where no row begins for long: what
    /// there is stays in `carry`.
    fn next<R: Read>(&mut self, xml: &mut Xml<R>) -> Option<Vec<u8>> {
        if self.is_last {
            return None;
        }
        loop {
            let wanted = PIECE.max(self.carry.len() + PIECE / 2);
            let ended = xml.read_more(&mut self.carry, wanted);
            if ended {
                self.is_last = true;
                return (!self.carry.is_empty()).then(|| std::mem::take(&mut self.carry));
            }
            let begins = memmem::rfind(&self.carry, b"<row").filter(|at| *at > 0);
            if let Some(at) = begins {
                let rest = self.carry.split_off(at);
                return Some(std::mem::replace(&mut self.carry, rest));
            }
            if self.carry.len() > LONGEST {
                self.is_last = true;
                return None;
            }
        }
    }
}

/// What the pieces come to, in their order.
struct Joined<'a> {
    rows: &'a mut Rows,
    budget: &'a mut Budget,
    /// The bytes from the first that were not read here, once there is one.
    rest: Option<Vec<u8>>,
}

impl Joined<'_> {
    fn take(&mut self, bytes: Vec<u8>, piece: Option<Piece>) {
        if let Some(rest) = &mut self.rest {
            rest.extend(bytes);
            return;
        }
        let follows = |piece: &Piece| piece.rows.is_none_or(|(first, _)| first >= self.rows.next_row);
        let Some(piece) = piece.filter(follows).filter(|piece| self.budget.take(&piece.costs)) else {
            self.rest = Some(bytes);
            return;
        };
        if let Some(end) = piece.end {
            self.rest = Some(bytes[end..].to_vec());
        }
        if let Some((_, last)) = piece.rows {
            self.rows.next_row = last + 1;
        }
        self.rows.hidden_rows.extend(piece.hidden_rows);
        self.rows.struck.extend(piece.struck);
        self.rows.shared_formulas.extend(piece.shared_formulas);
        self.rows.cells.absorb(piece.cells);
    }
}
