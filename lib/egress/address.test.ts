import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyAddress } from "./address";

describe("classifyAddress", () => {
  it.each([
    ["8.8.8.8", "public"],
    ["93.184.216.34", "public"],
    ["2606:4700:4700::1111", "public"],
    ["10.0.0.1", "private"],
    ["172.16.0.1", "private"],
    ["172.32.0.1", "public"],
    ["192.168.1.1", "private"],
    ["127.0.0.1", "private"],
    ["127.255.255.254", "private"],
    ["100.64.0.1", "private"],
    ["::1", "private"],
    ["fd12:3456::1", "private"],
    ["::ffff:127.0.0.1", "private"],
    ["::ffff:7f00:1", "private"],
    ["::ffff:8.8.8.8", "public"],
    ["0.0.0.0", "never"],
    ["0.1.2.3", "never"],
    ["::", "never"],
    ["::127.0.0.1", "private"],
    ["169.254.169.254", "never"],
    ["::ffff:169.254.169.254", "never"],
    ["fe80::1", "never"],
    ["fec0::1", "never"],
    ["224.0.0.1", "never"],
    ["ff02::1", "never"],
    ["240.0.0.1", "never"],
    ["255.255.255.255", "never"],
    ["192.0.0.192", "never"],
    ["198.18.0.1", "never"],
    ["168.63.129.16", "never"],
    ["100.100.100.200", "never"],
    ["fd00:ec2::254", "never"],
    ["64:ff9b::7f00:1", "never"],
    ["2002:7f00:1::", "never"],
    ["2001::1", "never"],
    ["2001:db8::1", "never"],
    ["not an address", "never"],
    ["", "never"],
  ])("%s is %s", (address, expected) => {
    expect(classifyAddress(address)).toBe(expected);
  });

  it("judges an IPv4 address and its mapped form alike", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(classifyAddress(`::ffff:${address}`)).toBe(classifyAddress(address));
      }),
    );
  });
});
