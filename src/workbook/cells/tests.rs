use super::*;
use crate::vocabulary::CellAddress;
use crate::workbook::sheet::{Cell, Formula, NumberStyle, OddShow, Value};
use proptest::prelude::*;
use rust_decimal::Decimal;

const TEXTS: [&str; 6] = ["", "Gadingrejo", "Koperasi Serba Usaha", "é", "Gadingrejo ", "x"];

fn value() -> impl Strategy<Value = Value<'static>> {
    let number = (any::<i128>(), 0..=96u32, 0..=28u32).prop_map(|(digits, bits, scale)| {
        let digits = if bits == 0 { 0 } else { digits >> (127 - bits) };
        let value = Decimal::try_from_i128_with_scale(digits.clamp(-(1 << 95), (1 << 95) - 1), scale).unwrap();
        let digits = digits.unsigned_abs().to_string().trim_end_matches('0').len().clamp(1, 255) as u8;
        Value::Number { value, digits }
    });
    prop_oneof![
        4 => number.clone(),
        1 => number.prop_map(|number| match number {
            Value::Number { value, .. } => Value::Date { serial: value },
            other => other,
        }),
        4 => proptest::sample::select(&TEXTS[..]).prop_map(Value::Text),
        1 => proptest::sample::select(&TEXTS[..]).prop_map(Value::Error),
        1 => proptest::sample::select(&TEXTS[..]).prop_map(Value::Overflow),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => Just(Value::NoResult),
    ]
}

fn cell() -> impl Strategy<Value = Cell<'static>> {
    let formula = prop_oneof![
        6 => Just(Formula::None),
        1 => Just(Formula::Some(None)),
        1 => proptest::sample::select(&TEXTS[..]).prop_map(|text| Formula::Some(Some(text))),
        1 => Just(Formula::Unknown),
    ];
    let style = prop_oneof![
        6 => Just(NumberStyle::General),
        1 => any::<i8>().prop_map(|power| NumberStyle::Scaled { power }),
        1 => proptest::sample::select(
            &[
                NumberStyle::Percent,
                NumberStyle::Date,
                NumberStyle::Unknown,
                NumberStyle::Odd(OddShow::Negative),
                NumberStyle::Odd(OddShow::Unseen),
                NumberStyle::Odd(OddShow::Foreign),
                NumberStyle::Odd(OddShow::Altered),
                NumberStyle::Odd(OddShow::Signless),
                NumberStyle::Odd(OddShow::Planned),
            ][..]
        ),
    ];
    (0..40u32, prop_oneof![0..6u32, Just(16_383)], value(), formula, style)
        .prop_map(|(row, column, value, formula, style)| Cell { at: CellAddress::new(row * row, column), value, formula, style })
}

/// Two cells alike; of a number's written digits only what lies past 15 must be kept.
fn same(a: &Cell<'_>, b: &Cell<'_>) -> bool {
    let value = match (a.value, b.value) {
        (Value::Number { value, digits }, Value::Number { value: other, digits: written }) => {
            value.serialize() == other.serialize() && (digits == written || digits.max(written) <= 15)
        }
        (a, b) => a == b,
    };
    value && (a.at, a.formula, a.style) == (b.at, b.formula, b.style)
}

proptest! {
    /// Whatever comes in goes out again, by its place, by its row, and in order.
    #[test]
    fn cells_come_back_as_they_were(given in proptest::collection::vec(cell(), 0..120)) {
        let mut wanted: Vec<Cell> = Vec::new();
        let mut given = given;
        given.retain(|cell| {
            let is_new = !wanted.iter().any(|own| own.at == cell.at);
            wanted.extend(is_new.then_some(*cell));
            is_new
        });
        wanted.sort_by_key(|cell| cell.at);
        let cells = Cells::build(given).unwrap();
        prop_assert_eq!(cells.len(), wanted.len());
        let back: Vec<Cell> = cells.iter().collect();
        prop_assert!(back.len() == wanted.len() && back.iter().zip(&wanted).all(|(a, b)| same(a, b)), "{:?} {:?}", back, wanted);
        for cell in &wanted {
            prop_assert!(same(&cells.get(cell.at).unwrap(), cell));
            let row: Vec<Cell> = cells.row(cell.at.row).unwrap().cells().collect();
            prop_assert_eq!(row.len(), wanted.iter().filter(|own| own.at.row == cell.at.row).count());
            let below = cells.rows_from(cell.at.row + 1).flat_map(RowView::cells).count();
            prop_assert_eq!(below, wanted.iter().filter(|own| own.at.row > cell.at.row).count());
        }
        prop_assert_eq!(cells.last().map(|cell| cell.at), wanted.last().map(|cell| cell.at));
        let columns = wanted.iter().map(|cell| cell.at.column);
        prop_assert_eq!(cells.columns(), columns.clone().min().zip(columns.max()));
        prop_assert!(cells.get(CellAddress::new(3, 0)).is_none());
    }
}

#[test]
fn an_address_that_stands_twice_is_refused_in_any_order() {
    let cell = |row, column| Cell {
        at: CellAddress::new(row, column),
        value: Value::Text("x"),
        formula: Formula::None,
        style: NumberStyle::General,
    };
    assert!(Cells::build([cell(0, 0), cell(0, 0)]).is_none());
    assert!(Cells::build([cell(0, 0), cell(0, 1), cell(1, 0), cell(0, 0)]).is_none());
    assert!(Cells::build([cell(1, 0), cell(0, 0), cell(0, 1)]).is_some());
}

#[test]
fn many_rows_lie_in_blocks_and_are_found_again() {
    let cell = |row: u32, column: u32| Cell {
        at: CellAddress::new(row, column),
        value: Value::Number { value: Decimal::from(row * 7 + column), digits: 3 },
        formula: Formula::None,
        style: NumberStyle::General,
    };
    let cells = Cells::build((0..30_000u32).flat_map(|row| (0..5).map(move |column| cell(row * 2, column)))).unwrap();
    for row in [0, 2, 9_998, 30_000, 59_998] {
        let found = cells.get(CellAddress::new(row, 4)).unwrap();
        assert!(same(&found, &cell(row, 4)));
        assert!(cells.get(CellAddress::new(row + 1, 4)).is_none());
        assert_eq!(cells.rows_from(row + 1).next().map(|view| view.row()), (row < 59_998).then_some(row + 2));
    }
    assert_eq!(cells.iter().count(), 150_000);
}
