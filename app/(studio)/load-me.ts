import { ask } from "@/app/ask";
import type { Me } from "@/components/data/use-me";
import { me } from "@/lib/api/contract/session";

/** Who requested this page; null when nobody is signed in. */
export async function loadMe(): Promise<Me | null> {
  const answer = await ask(me);
  if (answer.ok) return answer.data;
  if (answer.status === 401) return null;
  throw new Error(`The API answered ${answer.status} to who is signed in`);
}
