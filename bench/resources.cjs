// Loaded before a program with `-r`: says at its end how much memory it held at most and how much processor time it took.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(`\n${JSON.stringify({ megabytes: maxRSS / 1024, ms: (userCPUTime + systemCPUTime) / 1000 })}\n`);
});
