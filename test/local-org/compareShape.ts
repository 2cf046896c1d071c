import type { Shape } from "./sampleShapes.ts";

type Json = Readonly<Record<string, unknown>>;

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : typeof value;
}

function isJson(value: unknown): value is Json {
  return kindOf(value) === "object";
}

/** Compares answers with shapes, some of which have names. */
export class ShapeComparison {
  readonly #named: Readonly<Record<string, Shape>>;

  constructor(named: Readonly<Record<string, Shape>>) {
    this.#named = named;
  }

  /** Where the value is not of the shape, as `fields.Name.value: number`; keys that the shape lacks are `+key`. */
  differences(shape: Shape, value: unknown, at = ""): string[] {
    if (typeof shape === "string") return this.#alternatives(shape.split("|"), value, at);
    if (isList(shape)) return this.#list(shape, value, at);
    if (!isJson(value)) return [`${at}: ${kindOf(value)}`];
    return this.#object(shape, value, at);
  }

  #alternatives(alternatives: readonly string[], value: unknown, at: string): string[] {
    if (alternatives.includes(kindOf(value))) return [];
    const tried = alternatives
      .filter((name) => name in this.#named)
      .map((name) => this.differences(this.#named[name]!, value, at))
      .sort((a, b) => a.length - b.length);
    return tried[0] ?? [`${at}: ${kindOf(value)}`];
  }

  /** An empty list in a sample says nothing about its items. */
  #list([item]: readonly Shape[], value: unknown, at: string): string[] {
    if (!Array.isArray(value)) return [`${at}: ${kindOf(value)}`];
    if (item === undefined) return [];
    return [...new Set(value.flatMap((each: unknown) => this.differences(item, each, `${at}[]`)))];
  }

  #object(shape: Readonly<Record<string, Shape>>, value: Json, at: string): string[] {
    const below = (key: string): string => (at === "" ? key : `${at}.${key}`);
    const any = shape["*"];
    if (any !== undefined)
      return Object.entries(value).flatMap(([key, each]) => this.differences(any, each, below(key)));
    const known = Object.entries(shape).map(([key, each]) => [key.replace("?", ""), each] as const);
    const names = new Set(known.map(([key]) => key));
    const more = Object.keys(value).filter((key) => !names.has(key));
    return [
      ...known.flatMap(([key, each]) => this.differences(each, value[key], below(key))),
      ...more.map((key) => `+${key}`),
    ];
  }
}

function isList(shape: Shape): shape is readonly Shape[] {
  return Array.isArray(shape);
}
