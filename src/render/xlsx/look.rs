//! How a cell looks, before the writer's own formats.

use crate::document::{Align, Style};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

pub use crate::render::style::BODY;

/// The size of text on data sheets (the workbook's own).
pub const DATA: f32 = 10.0;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Vertical {
    Top,
    Middle,
    Bottom,
    /// The lines at even distances from the cell's upper edge to its lower one.
    Spread,
}

/// Which sides of a cell carry a rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sides {
    pub top: bool,
    pub bottom: bool,
    pub left: bool,
    pub right: bool,
    /// The rules are thick (the letterhead's).
    pub thick: bool,
}

impl Sides {
    pub const ALL: Sides = Sides { top: true, bottom: true, left: true, right: true, thick: false };
    pub const BOTTOM: Sides = Sides { top: false, bottom: true, left: false, right: false, thick: false };
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Look {
    pub style: Style,
    pub size: f32,
    pub align: Align,
    pub vertical: Vertical,
    pub red: bool,
    /// Stands off the cell's left edge, or its right one if it is set right.
    pub indent: bool,
    /// Stands in a cell with rules, which it should not touch.
    pub ruled: bool,
}

impl Look {
    pub fn new(align: Align) -> Self {
        Self { style: Style::default(), size: BODY, align, vertical: Vertical::Top, red: false, indent: false, ruled: false }
    }

    /// Whether an indent shows: what is centred or justified has none.
    pub fn indents(&self) -> bool {
        self.indent && matches!(self.align, Align::Left | Align::Right)
    }

    /// The format of a cell that holds wrapped text.
    pub fn format(&self, font: &str, sides: Sides) -> Format {
        let format = lettering(font, self.style, self.size).set_text_wrap();
        let format = format.set_align(match self.align {
            Align::Left => FormatAlign::Left,
            Align::Center => FormatAlign::Center,
            Align::Right => FormatAlign::Right,
            Align::Justify => FormatAlign::Justify,
        });
        let format = format.set_align(match self.vertical {
            Vertical::Top => FormatAlign::Top,
            Vertical::Middle => FormatAlign::VerticalCenter,
            Vertical::Bottom => FormatAlign::Bottom,
            Vertical::Spread => FormatAlign::VerticalJustify,
        });
        let format = if self.indents() { format.set_indent(1) } else { format };
        let format = if self.red { format.set_font_color(Color::RGB(0x00C0_0000)) } else { format };
        ruled(format, sides)
    }
}

/// The format of letters alone; `size` where the style gives none.
pub fn lettering(font: &str, style: Style, size: f32) -> Format {
    let mut format = Format::new().set_font_name(font).set_font_size(style.size.unwrap_or(size));
    if style.bold {
        format = format.set_bold();
    }
    if style.italic {
        format = format.set_italic();
    }
    if style.underline {
        format = format.set_underline(FormatUnderline::Single);
    }
    format
}

fn ruled(format: Format, sides: Sides) -> Format {
    let rule = if sides.thick { FormatBorder::Medium } else { FormatBorder::Thin };
    let mut format = format;
    if sides.top {
        format = format.set_border_top(rule);
    }
    if sides.bottom {
        format = format.set_border_bottom(rule);
    }
    if sides.left {
        format = format.set_border_left(rule);
    }
    if sides.right {
        format = format.set_border_right(rule);
    }
    format
}

/// One style laid over another: what either says holds.
pub fn over(base: Style, own: Style) -> Style {
    Style {
        bold: base.bold || own.bold,
        italic: base.italic || own.italic,
        underline: base.underline || own.underline,
        size: own.size.or(base.size),
        hyphens: base.hyphens || own.hyphens,
    }
}
