/** The host of a website, which tells a customer better than a name: `https://www.acme.example/en` is `acme.example`. */
export function domainOf(website: string | null): string | null {
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/:?#\s]+)/i.exec(website?.trim() ?? "")?.[1];
  return host?.toLowerCase() ?? null;
}
