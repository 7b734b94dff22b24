import NextAuth from "next-auth";
import { getServices } from "@/lib/services";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

const handle = (request: Request, context: Context): Promise<Response> =>
  NextAuth(getServices().authOptions)(request, context);

export { handle as GET, handle as POST };
