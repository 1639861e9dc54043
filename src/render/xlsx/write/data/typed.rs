//! The columns that are typed into: those of a blank sheet with their formats, marks of data; what may be typed, words of help.

use crate::document::{DataSheet, Typed};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::look::{DATA, lettering};
use crate::render::xlsx::words_id;
use crate::vocabulary::CellAddress;
use rust_xlsxwriter::{Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, Formula, Worksheet, XlsxError};

/// How many rows below those that are there are watched over, and the last that there can be.
const WATCHED: u32 = 20_000;
const LAST_ROW: u32 = 1_048_575;
/// What a validation's words hold at most.
const LONGEST: usize = 250;

/// Gives each column that is to be typed into its format and its help.
pub fn columns(sheet: &mut Worksheet, data: &DataSheet, font: &str) -> Result<(), RenderError> {
    let at = RenderError::at(&data.name);
    let first = data.first_data_row();
    for (index, column) in data.columns.iter().enumerate() {
        let Some((typed, help)) = &column.typed else { continue };
        let index = index as u16;
        // A column of data has the format of its cells.
        if *typed != Typed::Flag {
            sheet.set_column_format(index, &format(*typed, font)).map_err(&at)?;
        }
        let cell = CellAddress::new(first, u32::from(index)).to_string();
        let validation = rule(*typed, &cell).map_err(&at)?;
        let validation = validation
            .set_input_title(cut(&column.heading, 31))
            .and_then(|validation| validation.set_input_message(cut(help, LONGEST)))
            .and_then(|validation| validation.set_error_title(words_id::TYPED_TITLE))
            .and_then(|validation| validation.set_error_message(words_id::typed_refused(*typed)))
            .map_err(&at)?
            .set_error_style(style(*typed));
        let last = first.saturating_add(WATCHED).saturating_add(data.row_count() as u32).min(LAST_ROW);
        sheet.add_data_validation(first, index, last, index, &validation).map_err(&at)?;
    }
    Ok(())
}

/// How what is typed into a column stands there.
fn format(typed: Typed, font: &str) -> Format {
    let format = lettering(font, Default::default(), DATA);
    let format = match typed {
        // Excel keeps the first 15 digits of a number.
        Typed::Text | Typed::Nik | Typed::Mark | Typed::Scale | Typed::Legality | Typed::Health => format.set_num_format("@"),
        Typed::Date => format.set_num_format("dd/mm/yyyy"),
        Typed::Whole | Typed::Amount => format.set_num_format("[$-421]#,##0"),
        Typed::Flag => format.set_num_format("0"),
    };
    match typed {
        Typed::Mark => format.set_align(FormatAlign::Center),
        _ => format,
    }
}

/// The same for the row that shows how others are filled in: what is typed over it loses nothing either.
pub(super) fn example_format(typed: Typed, font: &str) -> Format {
    format(typed, font).set_italic().set_font_color(Color::RGB(0x0080_8080))
}

/// Numbers that are none are refused; of the rest a reader may know better.
fn style(typed: Typed) -> DataValidationErrorStyle {
    match typed {
        Typed::Whole | Typed::Amount | Typed::Flag => DataValidationErrorStyle::Stop,
        _ => DataValidationErrorStyle::Warning,
    }
}

/// What is let through: nil as offices write it beside a number, a list, or everything.
fn rule(typed: Typed, cell: &str) -> Result<DataValidation, XlsxError> {
    let custom = |text: String| DataValidation::new().allow_custom(Formula::new(text));
    let list = |words: &[&str]| DataValidation::new().allow_list_strings(words);
    match typed {
        Typed::Text => Ok(DataValidation::new()),
        Typed::Nik => Ok(custom(format!("=LEN({cell})=16"))),
        Typed::Date => Ok(custom(format!("=ISNUMBER({cell})"))),
        Typed::Whole => Ok(custom(format!("=IF(ISNUMBER({cell}),{cell}=INT({cell}),{cell}=\"-\")"))),
        Typed::Amount => Ok(custom(format!("=OR(ISNUMBER({cell}),{cell}=\"-\")"))),
        Typed::Mark => list(&["v", "-"]),
        Typed::Flag => Ok(custom(format!("=IF(ISNUMBER({cell}),OR({cell}=1,{cell}=0),FALSE)"))),
        Typed::Scale => list(&["mikro", "kecil", "menengah"]),
        Typed::Legality => list(&["formal", "informal"]),
        Typed::Health => list(&["sehat", "cukup sehat", "dalam pengawasan", "dalam pengawasan khusus"]),
    }
}

fn cut(text: &str, longest: usize) -> String {
    text.chars().take(longest).collect()
}
