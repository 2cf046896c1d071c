import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from "graphql";

function fieldsOf(set: SelectionSetNode | undefined, info: GraphQLResolveInfo): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, info);
    return fieldsOf(info.fragments[selection.name.value]?.selectionSet, info);
  });
}

/** The fields that a query selects below a path of fields, each with the names selected in it. */
export function selectedBelow(info: GraphQLResolveInfo, path: readonly string[]): Map<string, string[]> {
  let level: FieldNode[] = [...info.fieldNodes];
  for (const name of path)
    level = level.flatMap((node) => fieldsOf(node.selectionSet, info)).filter((node) => node.name.value === name);
  const selected = new Map<string, string[]>();
  for (const node of level.flatMap((parent) => fieldsOf(parent.selectionSet, info))) {
    const names = fieldsOf(node.selectionSet, info).map((field) => field.name.value);
    selected.set(node.name.value, [...(selected.get(node.name.value) ?? []), ...names]);
  }
  return selected;
}
