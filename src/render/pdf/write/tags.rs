//! The structure tree in the file: elements, their marked contents, and the
//! parent tree that leads back from content to element (ISO 32000-1, 14.7).

use super::fields::Field;
use crate::render::pdf::pages::layout::Layout;
use crate::render::pdf::placed::Placed;
use crate::render::pdf::structure::{Node, NodeId, Role};
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

/// Adds the tree; elements without content anywhere below them are left out.
pub fn add(
    file: &mut lopdf::Document,
    layout: &Layout,
    pages: &[ObjectId],
    marked: &[Vec<NodeId>],
    fields: &[Field],
) -> ObjectId {
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
    let ids: Vec<ObjectId> = nodes.iter().map(|_| file.new_object_id()).collect();
    let mut stack = vec![0];
    while let Some(node) = stack.pop() {
        let parent = nodes[node].parent.map_or(root, |parent| ids[parent]);
        let mut entry = element(node, &nodes[node], parent, &kids[node], &ids, pages);
        if nodes[node].role == Role::Figure
            && let Some(bounds) = bounds(layout, node)
        {
            // Where the picture stands (ISO 14289-1, 7.3; ISO 32000-1, table 344).
            let bounds: Vec<Object> = bounds.iter().map(|side| Object::Real(*side)).collect();
            entry.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds });
        }
        file.set_object(ids[node], entry);
        stack.extend(&kids[node].children);
    }

    let mut numbers = Vec::new();
    for (page, contents) in marked.iter().enumerate() {
        let owners: Vec<Object> = contents.iter().map(|&node| ids[node].into()).collect();
        numbers.push(Object::Integer(page as i64));
        numbers.push(file.add_object(owners).into());
    }
    for field in fields {
        numbers.push(Object::Integer(field.key));
        numbers.push(ids[field.node].into());
    }
    let parents = file.add_object(dictionary! { "Nums" => numbers });
    let mut names: Vec<Object> = Vec::new();
    for (node, &id) in ids.iter().enumerate().filter(|(node, _)| nodes[*node].role == Role::HeaderCell) {
        names.extend([Object::string_literal(cell_id(node)), id.into()]);
    }
    let mut entry = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![ids[0].into()],
        "ParentTree" => parents,
        "ParentTreeNextKey" => (marked.len() + fields.len()) as i64,
    };
    if !names.is_empty() {
        // Required where elements have identifiers (ISO 32000-1, table 322).
        let tree = file.add_object(dictionary! { "Names" => names });
        entry.set("IDTree", tree);
    }
    file.set_object(root, entry);
    root
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

fn element(index: NodeId, node: &Node, parent: ObjectId, kids: &Kids, ids: &[ObjectId], pages: &[ObjectId]) -> Dictionary {
    let mut element = dictionary! { "Type" => "StructElem", "S" => node.role.tag(), "P" => parent };
    let first = kids.marked.first().and_then(|&(page, _)| pages.get(page).map(|&id| (page, id)));
    if let Some((_, id)) = first {
        element.set("Pg", id);
    }
    let mut content: Vec<Object> = Vec::new();
    for &(page, mcid) in &kids.marked {
        match (first, pages.get(page)) {
            (Some((own, _)), _) if own == page => content.push(Object::Integer(mcid as i64)),
            (_, Some(&id)) => content.push(dictionary! { "Type" => "MCR", "Pg" => id, "MCID" => mcid as i64 }.into()),
            _ => {}
        }
    }
    let children = kids.children.iter().map(|&child| Object::from(ids[child]));
    if node.role == Role::Figure {
        // A picture's caption stands over it, and is read before it.
        content.splice(0..0, children);
    } else {
        content.extend(children);
    }
    if let Some((widget, page)) = kids.field {
        content.push(dictionary! { "Type" => "OBJR", "Obj" => widget, "Pg" => page }.into());
    }
    element.set("K", content);
    if node.role == Role::HeaderCell {
        element.set("ID", Object::string_literal(cell_id(index)));
    }
    if let Some(alternative) = &node.alternative {
        element.set("Alt", text_string(alternative));
    }
    if let Some(attributes) = attributes(node) {
        element.set("A", attributes);
    }
    element
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
