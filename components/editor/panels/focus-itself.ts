/**
 * Handler for what opens over the page: the focus goes to the panel itself. On its first button it would bring up
 * a tooltip, on its first field a phone's keyboard.
 */
export function focusItself(event: Event): void {
  event.preventDefault();
  if (event.target instanceof HTMLElement) event.target.focus();
}
