import { type HeapProfiler, Session } from "node:inspector/promises";

/** One in so many bytes is a sample. */
const samplingInterval = 1024;

/**
 * How many bytes of the heap a call allocates, seen over many calls. The growth of the heap would not tell, since garbage
 * is collected meanwhile; V8's profiler takes samples of all that is allocated, whatever becomes of it.
 */
export async function allocatedBytes(work: () => PromiseLike<unknown>, calls: number): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post("HeapProfiler.startSampling", {
    samplingInterval,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  for (let call = 0; call < calls; call++) await work();
  const { profile } = await session.post("HeapProfiler.stopSampling");
  session.disconnect();
  return bytesOf(profile.head) / calls;
}

function bytesOf({ children, selfSize }: HeapProfiler.SamplingHeapProfileNode): number {
  return selfSize + children.reduce((bytes, child) => bytes + bytesOf(child), 0);
}
