use super::*;

#[test]
fn dates() {
    for code in [
        "DD/MM/YY",
        "H:MM:SS;@",
        "m\"M\"d\"D\";@",
        "[$-404]e\"x\"m\"x\"d\"x\"",
        "ha/p\\\\m",
        "*-yyyy-mm-dd",
        "[$-421]dd mmmm yyyy",
        "[$-421]d\\ mmmm\\ yyyy;@",
        "dd\\-mm\\-yyyy",
        "h:mm AM/PM",
        "[=0]\"-\";dd/mm/yyyy",
        "mmm-yy",
        "[Red]dd/mm/yyyy",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    ] {
        assert_eq!(CellFormat::of_code(code), CellFormat::Date, "{code}");
    }
    for code in ["[h]:mm:ss", "[h]", "[ss]", "[s].000", "[mm]", "[Blue]\\+[h]:mm;[Red]\\-[h]:mm", "[>=100][Magenta][s].00"] {
        assert_eq!(CellFormat::of_code(code), CellFormat::Elapsed, "{code}");
    }
}

#[test]
fn numbers() {
    for code in [
        "General",
        "0_ ;[Red]\\-0\\ ",
        "_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-",
        "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)",
        "#,##0;-#,##0",
        "#,##0_);(#,##0)",
        "#,##0\"-\"",
        "\"Rp \"#,##0\",-\"",
        "[>=100][Magenta].00",
        "[>=100][Magenta]General",
        "#,##0*y",
        "*-#,##0",
        "\"Rp\"#,##0",
        "_-\"Rp\"* #,##0_-;-\"Rp\"* #,##0_-;_-\"Rp\"* \"-\"_-;_-@_-",
        "@",
        "",
        "[$Rp-421]#,##0.00",
        "[Hijau]0",
        "\"",
        "[",
        "\\",
    ] {
        assert_eq!(CellFormat::of_code(code), CellFormat::General, "{code}");
    }
}

#[test]
fn multiples_that_are_shown() {
    for (code, power) in [
        ("#,##0,", -3),
        ("#,##0,,", -6),
        ("0.0,,", -6),
        ("#,##0.0\" M\"", 9),
        ("#,##0\" T\"", 12),
        ("#,##0,,\" juta\"", 0),
        ("#,##0,\" ribu\"", 0),
        ("#,##0\" juta\"", 6),
        ("#,##0\\ \\j\\u\\t\\a", 6),
        ("\"Rp \"#,##0.0\" jt\"", 6),
        ("\"Rp\"0\" M\"", 9),
        ("#,##0\".000\"", 3),
        ("#,##0,\" juta\"", 3),
        ("#,##0\"0\"", 1),
        ("0\\0", 1),
        ("#,##0\"00\"", 2),
        ("#,##0\"K\"", 3),
        ("_(* #,##0,_);_(* (#,##0,);_(* \"-\"??_)", -3),
    ] {
        assert_eq!(CellFormat::of_code(code), CellFormat::Scaled { power }, "{code}");
    }
    for code in ["#,##0", "#,##0.00", "\"Rp \"#,##0\",-\"", "#,##0\",00\"", "0\" m\"", "0,000", "#,##0_,"] {
        assert_eq!(CellFormat::of_code(code), CellFormat::General, "{code}");
    }
}

#[test]
fn numbers_shown_as_something_else() {
    for (code, show) in [
        ("(#,##0)", OddShow::Negative),
        ("0\" koperasi\"", OddShow::Altered),
        ("#,##0.00\\ _M\"H\"_);[Red]#,##0.00\\ _M\"S\"_)", OddShow::Altered),
        ("0\"x\"*d", OddShow::Altered),
        ("#,##0\\ [$\\u20bd-46D]", OddShow::Altered),
        ("#,##0\"+\"", OddShow::Altered),
        ("#,##0+", OddShow::Altered),
        ("#,##0\" juta per bulan\"", OddShow::Altered),
        ("\"Y: \"0.00\"m\"", OddShow::Altered),
        ("#,##0\"?\"", OddShow::Altered),
        ("\"target \"#,##0", OddShow::Planned),
        ("#,##0\" (rencana)\"", OddShow::Planned),
        ("\\(#,##0\\)", OddShow::Negative),
        ("\"(\"#,##0\")\"", OddShow::Negative),
        ("-#,##0", OddShow::Negative),
        ("\"-\"#,##0", OddShow::Negative),
        ("\"Rp\"-#,##0", OddShow::Negative),
        (";;;", OddShow::Unseen),
        (";;;@", OddShow::Unseen),
        ("\"ada\"", OddShow::Unseen),
        ("\"v\";\"x\"", OddShow::Unseen),
        ("\"-\"", OddShow::Unseen),
        ("0\\%", OddShow::Altered),
        ("0.0\"%\"", OddShow::Altered),
        ("#,##0\" orang\"", OddShow::Altered),
        ("General\" kg\"", OddShow::Altered),
        ("\"±\"#,##0", OddShow::Altered),
        ("~#,##0", OddShow::Altered),
        ("\"ca. \"#,##0", OddShow::Altered),
        ("\"1\"#,##0", OddShow::Altered),
        ("[$$-409]#,##0.00", OddShow::Foreign),
        ("\"US$\" #,##0", OddShow::Foreign),
        ("\"USD \"#,##0", OddShow::Foreign),
        ("[$€-2] #,##0", OddShow::Foreign),
    ] {
        assert_eq!(CellFormat::of_code(code), CellFormat::Odd(show), "{code}");
    }
}

#[test]
fn percents() {
    for code in ["0%", "0.00%", "0.0%;-0.0%", "_(* 0%_)", "#,##0.00 %", "[Red]0%", "0%;\"-\"", "General%"] {
        assert_eq!(CellFormat::of_code(code), CellFormat::Percent, "{code}");
    }
    assert_eq!(CellFormat::builtin(10), CellFormat::Percent);
    assert_eq!(CellFormat::builtin(14), CellFormat::Date);
    assert_eq!(CellFormat::builtin(46), CellFormat::Elapsed);
    assert_eq!(CellFormat::builtin(44), CellFormat::General);
}

/// What a code makes of a number.
fn shown(code: &str, value: i64) -> NumberStyle {
    CellFormat::of_code(code).style(&Value::Number { value: value.into(), digits: 3 })
}

#[test]
fn sections_that_hide_the_minus() {
    let signless = NumberStyle::Odd(OddShow::Signless);
    for code in [
        "#,##0;#,##0",
        "0;0",
        "#,##0_);#,##0_)",
        "\"Rp\"#,##0;\"Rp\"#,##0",
        "\"Rp \"#,##0\",-\";\"Rp \"#,##0\",-\"",
        "#,##0;+#,##0;0",
        "#,##0;#,##0;\"-\"",
        "[>=0]#,##0;#,##0",
        "[<0]#,##0;#,##0",
        "General;General",
    ] {
        assert_eq!(shown(code, -500), signless, "{code}");
        assert_eq!([shown(code, 0), shown(code, 500)], [NumberStyle::General; 2], "{code}");
    }
    for code in ["#,##0;\"-\"", "#,##0;\"nihil\"", "#,##0;", "#,##0;;0"] {
        assert_eq!(shown(code, -500), NumberStyle::Odd(OddShow::Unseen), "{code}");
        assert_eq!([shown(code, 0), shown(code, 500)], [NumberStyle::General; 2], "{code}");
    }
    for code in [
        "#,##0;-#,##0",
        "#,##0;(#,##0);\"-\"",
        "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)",
        "#,##0;[Red]#,##0",
        "#,##0;[Merah]#,##0",
        "#,##0;#,##0-",
        "#,##0;\"rugi \"#,##0",
        "#,##0;\"▼\"#,##0",
        "#,##0;@",
        "[<100]0;0.0",
        "#,##0;-#,##0;;@",
    ] {
        assert_eq!([-500, 0, 500].map(|value| shown(code, value)), [NumberStyle::General; 3], "{code}");
    }
}

#[test]
fn sections_by_size() {
    let negative = NumberStyle::Odd(OddShow::Negative);
    assert_eq!(["[<0]#,##0;(#,##0)", "[<100]0;-0", "[=0]0;-0"].map(|code| shown(code, 500)), [negative; 3]);
    let thousandth = "[<1000000]#,##0;#,##0,";
    let scaled = |power| NumberStyle::Scaled { power };
    assert_eq!([500, 2_000_000].map(|value| shown(thousandth, value)), [NumberStyle::General, scaled(-3)]);
    let spoken = "[>=1000000]#,##0.0,,\" jt\";[>=1000]#,##0.0,\" rb\";0";
    assert_eq!([5, 5_000, 5_000_000].map(|value| shown(spoken, value)), [NumberStyle::General, scaled(0), scaled(0)]);
    assert_eq!(shown("[>1]\"-\";0", 5), NumberStyle::Odd(OddShow::Unseen));
    assert_eq!(shown("[<=0]0;\"nihil\"", 5), NumberStyle::Odd(OddShow::Unseen));
    // The name of one value, as in a column of marks.
    assert_eq!([0, 1].map(|value| shown("[=1]\"v\";[=0]\"x\";0", value)), [NumberStyle::General; 2]);
    // A limit at the end of what a number can be.
    assert_eq!(shown("[>79228162514264337593543950335]0;0", -1), NumberStyle::General);
}

#[test]
fn a_typed_dot_between_grouped_digits() {
    assert_eq!(CellFormat::of_code("#,##0\\.000"), CellFormat::Odd(OddShow::Altered));
    assert_eq!(CellFormat::of_code("#\\.###\\.##0"), CellFormat::General);
}
