//! The words that labels are made of, each list once, as data: what a word is
//! *for*, never what follows from it. Lower case, spelt out as
//! [`crate::text::label::spelt_out`] does.

mod basis;
mod bearer;
mod branch;
mod brief_remark;
mod caption;
mod colour;
mod doubt;
mod figure;
mod foot;
mod heading;
mod kind;
mod other_figure;
mod part;
mod kota;
mod place;
mod registration;
mod remark;
mod reserve;
mod secondary;
mod status;
mod summary;
mod total;
mod unfinished;
mod unit_label;
mod version;
mod whole_remark;

pub(crate) use basis::{
    BASIS_BESIDE, BASIS_CORES, CLOSED_BOOKS, DAY_CORES, DAY_LAST, DAY_WORDS, DEDUCTED, MONTH_CORES, MONTH_WORDS, ORIGINS,
    OWN_PLAN_OR_RULE, SPANS,
};
pub(crate) use bearer::{BEARERS_COUNTED, BESIDE_NOBODY, LEGAL_FORMS, NO_NAMES, NOBODY, NOT_YET_OR_NO_MORE};
pub(crate) use branch::{BEARERS, BRANCH_LEADS, BRANCH_RUNS, BRANCHES};
pub(crate) use brief_remark::{
    ALONE_BEGUN, ALONE_BESIDE, ALONE_GUESSED, ALONE_GUESSED_BY_TWO, ALONE_HALTED, ALONE_LACKING, ALONE_NOTIONS, ALONE_OF_NOTIONS,
    ALONE_OF_WORK, ALONE_PROFITS, ALONE_STILL, ALONE_WORKED,
};
pub(crate) use caption::{BASES, BEGINNINGS, FORMS, HISTORY, OF_ELSE, RULES, SOURCES};
pub(crate) use colour::{COLOURED, COLOURS, MEANS, TAKES_AWAY};
pub(crate) use doubt::{COMPARING, LIVE_STATUS, MADE_UP, NO_DATA, OF_A_SPAN, ROW_DOUBTED, ROW_DOUBTED_BY_TWO, SPELT_NUMBERS};
pub(crate) use figure::{FIGURES, SCALES, TOUCHED, TOUCHED_ALONE};
pub(crate) use foot::{CLOSED_BY, CREDITS, NOTES, OFFICES, SIGNERS};
pub(crate) use heading::{
    ABOUT, ABOUT_MARKS, ABOUT_PEOPLE, BEYOND_A_YEAR, CORNERS, GENERAL, GENERIC, IN_TITLES, NEGATIONS, OF_THE_YEAR, QUALIFIERS,
    STRANGERS, STRUCTURAL, SUMS,
};
pub(crate) use kind::{DIRECTIONS, KINDS, OWN_UNITS};
pub(crate) use kota::KOTA;
pub(crate) use other_figure::{OTHER_FIGURES, PLANNED_BY, RATIOS};
pub(crate) use part::{PART_LEADS, PART_RUNS, PART_TAILS};
pub(crate) use place::{PLACES, REGIONS};
pub(crate) use registration::{BEYOND, NOT_REGISTERED};
pub(crate) use remark::{
    AFTERWARDS, ANOTHER_LOOK, BEFOREHAND, CARRIED, CHECKED, CORRECTED, COUNTED_BEFORE, DOUBLED, INSTEAD, OF_A_CORRECTION,
    OF_FIGURES, PLANNED, REMARKS, WHO_LOOKED,
};
pub(crate) use reserve::{
    ANOTHER_LIST, ASKED, CAME_IN, COUNTED, GUESSED, MADE_OF, NOT_ALL, NOT_YET, OF_PROFITS, OF_THE_ROW, OF_THE_ROW_BY_TWO, OWED,
    PROFITS, RESERVED, RESERVED_BY_TWO, TAKEN, TAKEN_FROM, TELLING, TO_BE_DONE, WITH_ENDS,
};
pub(crate) use secondary::{OF_LEVELS, SECONDARY, SECONDARY_RUNS};
pub(crate) use status::{
    COMING, ENDED, EXAMPLE, FORMER, HALF, IDLE, LIVING, NEGATED, OTHER_TIME, OUTSIDE, SAMPLES, STATUS, WITH_TITLES,
};
pub(crate) use summary::{COMPARED, OF_A_YEAR, SUMMARIES, SUMMARY_NAMES, SUMMARY_TAILS};
pub(crate) use total::{PLAIN, STANDS_FOR, TOTALS, TRAILING, WHOLE};
pub(crate) use unfinished::{CUT_SHORT, MAY_CHANGE, OF_CHANGES, SET_ASIDE, TURNS, UNFINISHED};
pub(crate) use unit_label::{
    BESIDE_FACTORS, DIVISORS, FACTORS, GIVEN, OF_GROUPS, OF_PAPERS, OF_SHARES, OF_TABLES, TABULATED, UNIT_LEADS,
};
pub(crate) use version::{
    AMOUNTS, BESIDE_ONE_OF_TWO, BESIDE_VERSIONS, DATA_OF, MIGHT_BE, ONE_OF_TWO, SURELY_OF_TWO, SURVEYS, VERSIONS, WISHED,
};
pub(crate) use whole_remark::{BESIDE_REMARKS, HALF_TOLD, HALF_TOLD_BY_TWO, NEAR_BY};
