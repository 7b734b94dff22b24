import { getServices } from "@/lib/services";

/** Whether requests may be sent here: database, migrations and queue. */
export async function GET(): Promise<Response> {
  const answer = await getServices().ready();
  return Response.json(answer, { status: answer.ok ? 200 : 503 });
}

export const dynamic = "force-dynamic";
