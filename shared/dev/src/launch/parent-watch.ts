/**
 * Loaded before each process of ours: when the launcher dies without a word (kill -9), its channel closes and the process ends
 * as if asked to, so that no orphan keeps a port.
 */
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 3_000).unref();
  });
  process.channel.unref();
}
