import { getServices } from "@/lib/services";

/** Whether the process lives; restart it if not. */
export async function GET(): Promise<Response> {
  const answer = await getServices().health();
  return Response.json(answer, { status: answer.ok ? 200 : 503 });
}

export const dynamic = "force-dynamic";
