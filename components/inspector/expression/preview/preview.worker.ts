import { evaluated } from "./evaluated";
import type { PreviewAnswer, PreviewRequest, PreviewState } from "./request";

let state: PreviewState = {};

addEventListener("message", ({ data }: MessageEvent<PreviewRequest>) => {
  if (data.type === "state") {
    state = data.state;
    return;
  }
  const answer: PreviewAnswer = { id: data.id, ...evaluated(data.text, data.kind, state) };
  postMessage(answer);
});
