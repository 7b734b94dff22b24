import { MemberSettings } from "@/components/settings/members/member-settings";

export const metadata = { title: "Members" };

export default function MemberSettingsPage() {
  return <MemberSettings />;
}
