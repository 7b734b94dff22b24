/** Reads how late text of the provider's `stamps` model arrives: it is the moment each token was sent. */
export class Lateness {
  readonly first: number[] = [];

  /** A listener for one run: notes the delay of its first token, in milliseconds. */
  listener(): (text: string) => void {
    let seen = false;
    return (text) => {
      const stamp = /\d{13}/.exec(text)?.[0];
      if (seen || stamp === undefined) return;
      seen = true;
      this.first.push(Date.now() - Number(stamp));
    };
  }
}
