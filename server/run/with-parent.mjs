// Loaded into programs that are not ours (node --import): they leave with the process that started them, even a killed one.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 1000).unref()
