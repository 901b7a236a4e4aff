/** Writes dates as headers have them. Most requests come in the same second as the one before. */
export function createDateHeader(): (milliseconds: number) => string {
  let second = NaN;
  let text = "";
  return (milliseconds) => {
    const now = Math.floor(milliseconds / 1000);
    if (now !== second) text = new Date(milliseconds).toUTCString();
    second = now;
    return text;
  };
}
