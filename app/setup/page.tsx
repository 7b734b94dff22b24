import { redirect } from "next/navigation";
import { AuthPage } from "@/components/auth/auth-page";
import { SetupForm } from "@/components/auth/setup-form";
import { getServices } from "@/lib/services";

export const metadata = { title: "Set up" };
export const dynamic = "force-dynamic";

export default async function SetupPage() {
  if (!(await getServices().needsSetup())) redirect("/sign-in");
  return (
    <AuthPage title="Welcome to Signalbox" description="Create the first account. It is the administrator's.">
      <SetupForm />
    </AuthPage>
  );
}
