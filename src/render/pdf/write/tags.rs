//! The structure tree in the file: elements, their marked contents, and the
//! parent tree that leads back from content to element (ISO 32000-1, 14.7).

use super::bytes::number::write_digits;
use super::bytes::object::write_object;
use super::bytes::save::Written;
use super::fields::Field;
use crate::render::pdf::pages::layout::Layout;
use crate::render::pdf::placed::Placed;
use crate::render::pdf::structure::{Node, NodeId, Role, Tree};
use lopdf::{Dictionary, Object, ObjectId, dictionary, text_string};

/// What an element holds: its content on pages and its children.
#[derive(Clone, Default)]
struct Kids {
    /// (page, MCID)
    marked: Vec<(usize, usize)>,
    children: Vec<NodeId>,
    /// A form field's widget and its page.
    field: Option<(ObjectId, ObjectId)>,
}

impl Kids {
    fn is_empty(&self) -> bool {
        self.marked.is_empty() && self.children.is_empty() && self.field.is_none()
    }
}

/// Adds the tree: its root, and its elements as they stand in the file, for a long table has tens of
/// thousands. Elements without content anywhere below them are left out.
pub fn add(
    file: &mut lopdf::Document,
    layout: &Layout,
    pages: &[ObjectId],
    marked: &[Vec<NodeId>],
    fields: &[Field],
) -> (ObjectId, Written) {
    let nodes = &layout.tree.nodes;
    let mut kids = vec![Kids::default(); nodes.len()];
    for (page, contents) in marked.iter().enumerate() {
        for (mcid, &node) in contents.iter().enumerate() {
            kids[node].marked.push((page, mcid));
        }
    }
    for field in fields {
        kids[field.node].field = pages.get(field.page).map(|&page| (field.widget, page));
    }
    // Children stand after their parents, so that going backwards a node's fate is known before its parent's.
    for node in (1..nodes.len()).rev() {
        // An empty cell still holds its place in the row.
        let cell = matches!(nodes[node].role, Role::HeaderCell | Role::DataCell);
        if let (Some(parent), true) = (nodes[node].parent, cell || !kids[node].is_empty()) {
            kids[parent].children.push(node);
        }
    }
    for kids in &mut kids {
        kids.children.reverse();
    }

    let root = file.new_object_id();
    let is_kept = kept(&kids);
    let ids: Vec<Option<ObjectId>> = is_kept.iter().map(|is_kept| is_kept.then(|| file.new_object_id())).collect();
    let of = |node: NodeId| ids.get(node).copied().flatten().unwrap_or(root);
    let mut elements = Written::from(of(Tree::ROOT).0);
    for (index, node) in nodes.iter().enumerate().filter(|(index, _)| is_kept[*index]) {
        let parent = node.parent.map_or(root, of);
        // Where a picture stands (ISO 14289-1, 7.3; ISO 32000-1, table 344).
        let bounds = if node.role == Role::Figure { bounds(layout, index) } else { None };
        elements.add(|out| element(out, (index, node), &Around { parent, kids: &kids[index], bounds, pages }, &of));
    }

    let mut numbers = Vec::new();
    for (page, contents) in marked.iter().enumerate() {
        let owners: Vec<Object> = contents.iter().map(|&node| of(node).into()).collect();
        numbers.push(Object::Integer(page as i64));
        numbers.push(file.add_object(owners).into());
    }
    for field in fields {
        numbers.push(Object::Integer(field.key));
        numbers.push(of(field.node).into());
    }
    let parents = file.add_object(dictionary! { "Nums" => numbers });
    let mut names: Vec<Object> = Vec::new();
    for (node, _) in nodes.iter().enumerate().filter(|(_, node)| node.role == Role::HeaderCell) {
        names.extend([Object::string_literal(cell_id(node)), of(node).into()]);
    }
    let mut entry = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![of(Tree::ROOT).into()],
        "ParentTree" => parents,
        "ParentTreeNextKey" => (marked.len() + fields.len()) as i64,
    };
    if !names.is_empty() {
        // Required where elements have identifiers (ISO 32000-1, table 322).
        let tree = file.add_object(dictionary! { "Names" => names });
        entry.set("IDTree", tree);
    }
    file.set_object(root, entry);
    (root, elements)
}

/// Which elements the root leads to; it itself always.
fn kept(kids: &[Kids]) -> Vec<bool> {
    let mut kept = vec![false; kids.len()];
    let mut ahead = vec![Tree::ROOT];
    while let Some(node) = ahead.pop() {
        kept[node] = true;
        ahead.extend(&kids[node].children);
    }
    kept
}

/// The box round all that belongs to an element or its children, on the first
/// page where any of it stands: left, lower, right and upper edge.
fn bounds(layout: &Layout, node: NodeId) -> Option<[f32; 4]> {
    let own = |owner: NodeId| owner == node || layout.tree.nodes.get(owner).is_some_and(|owner| owner.parent == Some(node));
    layout.pages.iter().find_map(|page| {
        let mut items = page.items.iter().filter(|item| item.node.is_some_and(own));
        let first = items.next()?;
        let of = |item: &Placed| [item.x, item.y + item.height, item.x + item.width, item.y];
        let [left, lower, right, upper] = items
            .map(of)
            .fold(of(first), |all, one| [all[0].min(one[0]), all[1].max(one[1]), all[2].max(one[2]), all[3].min(one[3])]);
        // A hundredth of a point is finer than any reader looks.
        Some([left, layout.height - lower, right, layout.height - upper].map(|side| (side * 100.0).round() / 100.0))
    })
}

/// A heading cell's identifier; they sort as their numbers do, as a name tree must.
fn cell_id(node: NodeId) -> String {
    format!("sel-{node:08}")
}

/// What an element is written with besides what it is.
struct Around<'a> {
    parent: ObjectId,
    kids: &'a Kids,
    bounds: Option<[f32; 4]>,
    pages: &'a [ObjectId],
}

/// Writes an element as the file holds it.
fn element(out: &mut Vec<u8>, (index, node): (NodeId, &Node), around: &Around<'_>, of: &dyn Fn(NodeId) -> ObjectId) {
    let Around { parent, kids, bounds, pages } = around;
    out.extend_from_slice(b"<</Type/StructElem/S/");
    out.extend_from_slice(node.role.tag().as_bytes());
    reference(out, "/P ", *parent);
    let first = kids.marked.first().and_then(|&(page, _)| pages.get(page).map(|&id| (page, id)));
    if let Some((_, id)) = first {
        reference(out, "/Pg ", id);
    }
    out.extend_from_slice(b"/K[");
    let begun = out.len();
    let children = |out: &mut Vec<u8>| {
        for &child in &kids.children {
            reference(out, if out.len() > begun { " " } else { "" }, of(child));
        }
    };
    if node.role == Role::Figure {
        // A picture's caption stands over it, and is read before it.
        children(out);
    }
    for &(page, mcid) in &kids.marked {
        match (first, pages.get(page)) {
            (Some((own, _)), _) if own == page => {
                if out.len() > begun {
                    out.push(b' ');
                }
                write_digits(out, mcid as u64);
            }
            (_, Some(&id)) => {
                write_object(out, &dictionary! { "Type" => "MCR", "Pg" => id, "MCID" => mcid as i64 }.into());
            }
            _ => {}
        }
    }
    if node.role != Role::Figure {
        children(out);
    }
    if let Some((widget, page)) = kids.field {
        write_object(out, &dictionary! { "Type" => "OBJR", "Obj" => widget, "Pg" => page }.into());
    }
    out.push(b']');
    if node.role == Role::HeaderCell {
        out.extend_from_slice(format!("/ID({})", cell_id(index)).as_bytes());
    }
    if let Some(alternative) = &node.alternative {
        out.extend_from_slice(b"/Alt");
        write_object(out, &text_string(alternative));
    }
    if let Some(bounds) = bounds {
        let bounds: Vec<Object> = bounds.iter().map(|side| Object::Real(*side)).collect();
        out.extend_from_slice(b"/A");
        write_object(out, &dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds }.into());
    } else if let Some(attributes) = attributes(node) {
        out.extend_from_slice(b"/A");
        write_object(out, &attributes.into());
    }
    out.extend_from_slice(b">>");
}

fn reference(out: &mut Vec<u8>, before: &str, (number, generation): ObjectId) {
    out.extend_from_slice(before.as_bytes());
    write_digits(out, u64::from(number));
    out.push(b' ');
    write_digits(out, u64::from(generation));
    out.extend_from_slice(b" R");
}

/// What a table, a cell or a list says of itself (ISO 32000-1, 14.8.5).
fn attributes(node: &Node) -> Option<Dictionary> {
    match node.role {
        Role::HeaderCell | Role::DataCell => {
            let mut table = dictionary! { "O" => "Table" };
            if node.span.0 > 1 {
                table.set("ColSpan", node.span.0 as i64);
            }
            if node.span.1 > 1 {
                table.set("RowSpan", node.span.1 as i64);
            }
            if node.role == Role::HeaderCell {
                table.set("Scope", if node.heads_row { "Row" } else { "Column" });
            }
            if !node.headers.is_empty() {
                let headers = node.headers.iter().map(|&header| Object::string_literal(cell_id(header)));
                table.set("Headers", headers.collect::<Vec<_>>());
            }
            (table.len() > 1).then_some(table)
        }
        Role::Table => node.summary.as_ref().map(|summary| dictionary! { "O" => "Table", "Summary" => text_string(summary) }),
        Role::List => Some(dictionary! { "O" => "List", "ListNumbering" => node.numbering.unwrap_or("None") }),
        _ => None,
    }
}
