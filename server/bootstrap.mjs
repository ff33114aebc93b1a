// The first thing that runs: on any Node from 20.19 on, before anything is installed, so with built-ins only.
// Installs what is missing, then hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const MACHINE_NODE_MIN = [20, 19]
const RUNTIME_NODE_MAJOR_MIN = 22
const ENTRIES = { demo: 'server/dev.ts', dev: 'server/dev.ts', test: 'server/test.ts' }

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const bin = join(root, 'node_modules', '.bin')
const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`

function fail(message) {
  console.error(`\n${message}`)
  process.exit(1)
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'))
  } catch {
    return undefined
  }
}

/** npm writes node_modules/.package-lock.json last: what it lists is there. Packages of other platforms are not. */
function isInstalled() {
  const wanted = readJson('package-lock.json')?.packages
  const found = readJson('node_modules/.package-lock.json')?.packages
  if (!wanted || !found) return false
  return Object.entries(wanted).every(
    ([place, { version, optional, devOptional }]) =>
      place === '' || found[place]?.version === version || (!found[place] && (optional || devOptional)),
  )
}

function npm(args) {
  const { npm_execpath: npmFile, ...environment } = process.env
  const [file, first] = npmFile?.endsWith('.js') ? [process.execPath, [npmFile]] : ['npm', []]
  // `npm run` passes its own settings on by environment; an install must not become a dry or a global one.
  for (const name of ['npm_config_global', 'npm_config_dry_run']) delete environment[name]
  return spawnSync(file, [...first, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: environment })
}

function install() {
  if (isInstalled()) return
  const start = performance.now()
  console.log('• Installing packages (the first time this takes a minute) …')
  const how = existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install'
  // Building and testing need the development packages, whatever NODE_ENV says.
  const result = npm([how, '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'])
  if (result.status !== 0) {
    fail(
      result.error
        ? `npm could not be started: ${result.error.message}`
        : `npm ${how} failed (exit code ${result.status}). Is the npm registry reachable? Nothing else was changed; run the command again.`,
    )
  }
  console.log(`✓ Packages installed (${seconds(start)})`)
}

function versionOf(file) {
  const result = spawnSync(file, ['--version'], { encoding: 'utf8' })
  return result.status === 0 ? result.stdout.trim().replace(/^v/, '') : undefined
}

/** The Node that everything else runs on: the one pinned in package.json if it runs here, else the machine's. */
function runtime() {
  const pinned = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node')
  const candidates = [existsSync(pinned) ? pinned : undefined, process.execPath]
  for (const file of candidates) {
    const version = file && versionOf(file)
    if (version && Number.parseInt(version, 10) >= RUNTIME_NODE_MAJOR_MIN) return { file, version }
  }
  return fail(
    `Tierline runs on Node ${RUNTIME_NODE_MAJOR_MIN} or later, and this machine has ${process.versions.node}. ` +
      'Usually the package "node" brings its own; here its install script was skipped or it does not run.\n' +
      `Allow install scripts (remove ignore-scripts from your npm settings, then delete node_modules), or install Node 24.`,
  )
}

/** Our parent and, where the system tells, its parent. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch {
    return String(process.ppid)
  }
}

/** Runs until the child ends. Signals go on to it; it is told to stop when whoever started us goes away. */
function handOver(node, entry, args) {
  const child = spawn(node, ['--import', 'tsx', join(root, entry), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  })
  // Ctrl-C in a terminal reaches the child too: there is nothing to pass on then, only to outlive it.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) {
    // npm that is killed leaves its children behind: a shell, and us below it.
    const before = ancestors()
    setInterval(() => ancestors() !== before && child.kill('SIGTERM'), 500).unref()
  }
  child.on('error', (error) => fail(`${node} could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}

const [command = '', ...rest] = process.argv.slice(2)
const entry = ENTRIES[command]
if (!entry) fail(`Usage: node server/bootstrap.mjs ${Object.keys(ENTRIES).join('|')}`)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < MACHINE_NODE_MIN[0] || (major === MACHINE_NODE_MIN[0] && minor < MACHINE_NODE_MIN[1])) {
  fail(
    `Tierline needs Node ${MACHINE_NODE_MIN.join('.')} or later to install itself; this is ${process.versions.node}.`,
  )
}
install()
const { file, version } = runtime()
console.log(`✓ Node ${version}${file === process.execPath ? '' : ' (pinned)'}`)
handOver(file, entry, [command, ...rest])
