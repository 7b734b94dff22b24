import { currentVisit } from "./current-visit.server";
import { type Codec, plainCodec, type Request } from "./visit-recorder.server";

/** Keeps what a call comes to, or gives back what was kept, where it is made in a visit of a recorded run. */
export function recorded<Value>(
  request: Request,
  make: () => Promise<Value>,
  codec: Codec<Value> = plainCodec(),
): Promise<Value> {
  const visit = currentVisit();
  return visit ? visit.call(request, make, codec) : make();
}
