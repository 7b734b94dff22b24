/** Whether a text is a template that values are filled into. */
export function renderedFrom(template: string): boolean {
  return template.includes("{{");
}
