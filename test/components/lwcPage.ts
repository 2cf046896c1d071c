/** What component tests need of a page: put a component on it, and see it the way a person does, shadows and all. */
import { createElement, type LightningElement } from "lwc";

/** Puts a component on an empty page, with its public properties set. */
export function mount(tag: string, is: typeof LightningElement, properties: object = {}): HTMLElement {
  document.body.replaceChildren();
  const element = createElement(tag, { is });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

/** After all that is under way: answers of wires, promises of handlers, and what is drawn then. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}

function childrenOf(node: Node): Node[] {
  const shadow = node instanceof Element ? node.shadowRoot : null;
  return [...(shadow?.childNodes ?? []), ...node.childNodes];
}

/** Every text that is shown, in order, with single spaces. */
export function shownText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  if (node instanceof HTMLStyleElement) return "";
  return childrenOf(node)
    .map(shownText)
    .filter((text) => text.trim() !== "")
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** All elements that match, however deep below other components. */
export function deepAll<E extends Element = HTMLElement>(node: Node, selector: string): E[] {
  return childrenOf(node).flatMap((child) => [
    ...(child instanceof Element && child.matches(selector) ? [child as E] : []),
    ...deepAll<E>(child, selector),
  ]);
}

/** The first of them; a test without it has nothing to say. */
export function deepOne<E extends Element = HTMLElement>(node: Node, selector: string): E {
  const [found] = deepAll<E>(node, selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}
