import { MailX } from "lucide-react";
import Link from "next/link";
import { ask } from "@/app/ask";
import { AuthPage } from "@/components/auth/auth-page";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { SignedInAlready } from "@/components/auth/signed-in-already";
import { roleNames } from "@/components/settings/role-names";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { invitationInfo, me } from "@/lib/api/contract/session";

export const metadata = { title: "Invitation" };

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [invitation, person] = await Promise.all([ask(invitationInfo, { token }), ask(me)]);
  if (!invitation.ok) return <Gone />;
  const { workspace, role, email } = invitation.data;
  return (
    <AuthPage
      title={`Join ${workspace}`}
      description={`You are invited as ${roleNames[role].title.toLowerCase()}.`}
    >
      {person.ok ? (
        <SignedInAlready name={person.data.user.name} />
      ) : (
        <SignUpForm invitation={token} email={email} />
      )}
    </AuthPage>
  );
}

function Gone() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        as="h1"
        icon={MailX}
        title="This invitation does not work any more"
        action={
          <Button asChild>
            <Link href="/sign-in">Go to sign in</Link>
          </Button>
        }
      >
        It was used, withdrawn or has expired. Ask whoever sent it for a new one.
      </EmptyState>
    </main>
  );
}
