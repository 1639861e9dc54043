//! The document's logical structure: what each text on a page is.

/// A structure element's place in its [`Tree`].
pub type NodeId = usize;

/// The standard structure types that are used (ISO 32000-1, 14.8.4).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    Document,
    /// A part of the report.
    Part,
    Heading(u8),
    Paragraph,
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    TableRow,
    HeaderCell,
    DataCell,
    Formula,
    /// A picture, a chart, and the title that stands over a chart.
    Figure,
    Caption,
    /// A signature field.
    Form,
}

impl Role {
    /// The structure type's name in the file.
    pub fn tag(self) -> &'static str {
        match self {
            Role::Document => "Document",
            Role::Part => "Sect",
            Role::Heading(1) => "H1",
            Role::Heading(2) => "H2",
            Role::Heading(_) => "H3",
            Role::Paragraph => "P",
            Role::List => "L",
            Role::ListItem => "LI",
            Role::Label => "Lbl",
            Role::ListBody => "LBody",
            Role::Table => "Table",
            Role::TableRow => "TR",
            Role::HeaderCell => "TH",
            Role::DataCell => "TD",
            Role::Formula => "Formula",
            Role::Figure => "Figure",
            Role::Caption => "Caption",
            Role::Form => "Form",
        }
    }
}

/// One structure element.
#[derive(Clone, PartialEq, Debug)]
pub struct Node {
    pub role: Role,
    pub parent: Option<NodeId>,
    /// Read aloud instead of the content.
    pub alternative: Option<String>,
    /// How a list's labels count (ISO 32000-1, table 347).
    pub numbering: Option<&'static str>,
    /// A table's summary.
    pub summary: Option<String>,
    /// Columns and rows a cell spans.
    pub span: (usize, usize),
    /// A heading cell of its row, not of its column.
    pub heads_row: bool,
    /// The heading cells that say what this cell is about, outermost first.
    pub headers: Vec<NodeId>,
}

/// All structure elements, parents before their children, siblings in reading order.
#[derive(Clone, PartialEq, Debug)]
pub struct Tree {
    pub nodes: Vec<Node>,
}

impl Tree {
    /// A tree with its root alone.
    pub fn new() -> Self {
        let mut tree = Self { nodes: Vec::new() };
        tree.push(Role::Document, None);
        tree
    }

    /// The root, of role `Document`.
    pub const ROOT: NodeId = 0;

    /// Adds an element as its parent's last child.
    pub fn add(&mut self, role: Role, parent: NodeId) -> NodeId {
        self.push(role, Some(parent))
    }

    fn push(&mut self, role: Role, parent: Option<NodeId>) -> NodeId {
        self.nodes.push(Node {
            role,
            parent,
            alternative: None,
            numbering: None,
            summary: None,
            span: (1, 1),
            heads_row: false,
            headers: Vec::new(),
        });
        self.nodes.len() - 1
    }
}
