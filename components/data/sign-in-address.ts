/** The sign-in page that leads back to where a person was. */
export function signInAddress(at: { pathname: string; search: string }): string {
  const here = `${at.pathname}${at.search}`;
  return here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`;
}

/** Where to go after signing in: a path of this app, never another site. */
export function nextAfterSignIn(next: string | null | undefined): string {
  const isPath = next?.startsWith("/") && !/^\/[/\\]/.test(next) && !hasControlCharacter(next);
  return isPath && next ? next : "/agents";
}

/** Browsers drop tabs and line breaks from addresses, which would turn "/\t/host" into "//host". */
function hasControlCharacter(text: string): boolean {
  return Array.from(text).some((letter) => letter < " ");
}
