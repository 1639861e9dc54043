//! The macro that makes [`Kode`](super::Kode) and [`Fakta`](super::Fakta) from
//! the list of findings, so that a finding is told in its own file alone.

macro_rules! registry {
    ($( $file:ident :: $name:ident, )+) => {
        $( pub use $file::$name; )+

        /// A finding's code.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Kode { $( $name, )+ }

        /// What was found. One variant for each [`Kode`].
        #[derive(Clone, PartialEq, Debug)]
        pub enum Fakta { $( $name($name), )+ }

        $( impl From<$name> for Fakta {
            fn from(fakta: $name) -> Self { Fakta::$name(fakta) }
        } )+

        impl Kode {
            /// All codes, in the order of the manual.
            pub const ALL: &[Kode] = &[$( Kode::$name ),+];

            /// The code as the record and the terminal show it.
            pub fn text(self) -> &'static str {
                match self { $( Kode::$name => <$name as Finding>::KODE, )+ }
            }

            /// The level before any acceptance.
            pub fn tingkat(self) -> Tingkat {
                match self { $( Kode::$name => <$name as Finding>::TINGKAT, )+ }
            }

            /// The kinds of place that it is told at.
            pub fn tempat(self) -> &'static [Tempat] {
                match self { $( Kode::$name => <$name as Finding>::TEMPAT, )+ }
            }

            /// What `[[terima]]` does with it.
            pub fn terima(self) -> Terima {
                match self { $( Kode::$name => <$name as Finding>::TERIMA, )+ }
            }

            pub(in crate::diagnostic) fn page(self) -> (Manual, Option<&'static str>) {
                match self { $( Kode::$name => (<$name as WordsId>::MANUAL, <$name as WordsId>::PENERIMAAN), )+ }
            }
        }

        impl Fakta {
            /// The code of this kind of finding.
            pub fn kode(&self) -> Kode {
                match self { $( Fakta::$name(_) => Kode::$name, )+ }
            }

            /// The text that stands in the cell, as it is (not yet masked).
            pub fn ditemukan(&self) -> Option<String> {
                match self { $( Fakta::$name(fakta) => fakta.ditemukan(), )+ }
            }

            /// How many cells it tells of.
            pub fn jumlah_sel(&self) -> usize {
                match self { $( Fakta::$name(fakta) => fakta.jumlah_sel(), )+ }
            }

            /// Keys of the profile that would settle it, each by itself.
            pub(in crate::diagnostic) fn tempel(&self, at: &At, sumber: Option<&str>) -> Vec<Tempel> {
                match self { $( Fakta::$name(fakta) => fakta.tempel(at, sumber), )+ }
            }

            /// The same with the digits of what stands in the cell hidden: it is personal data.
            #[must_use]
            pub fn masked(mut self) -> Self {
                match &mut self { $( Fakta::$name(fakta) => fakta.mask(), )+ }
                self
            }

            pub(in crate::diagnostic) fn pesan(&self) -> String {
                match self { $( Fakta::$name(fakta) => fakta.pesan(), )+ }
            }

            pub(in crate::diagnostic) fn saran(&self) -> String {
                match self { $( Fakta::$name(fakta) => fakta.saran(), )+ }
            }

            /// Every kind's examples, with their words.
            #[cfg(test)]
            pub(in crate::diagnostic) fn said() -> Vec<Said<Fakta>> {
                let mut all = Vec::new();
                $( all.extend(<$name as WordsId>::said().into_iter().map(|said| Said::new(said.fakta.into(), said.pesan, said.saran))); )+
                all
            }
        }
    };
}

pub(super) use registry;
