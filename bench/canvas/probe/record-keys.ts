/** Notes the time from each key that goes down to the frame that shows it, until the function returned is called. */
export function recordKeys(): () => number[] {
  const delays: number[] = [];
  const onKeyDown = ({ timeStamp }: KeyboardEvent) => {
    requestAnimationFrame(() => {
      // A message sent in a frame arrives once that frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => delays.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  };
  window.addEventListener("keydown", onKeyDown, true);
  return () => {
    window.removeEventListener("keydown", onKeyDown, true);
    return delays;
  };
}
