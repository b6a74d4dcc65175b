/** Which addresses are out on the public internet. What is not on this page's list of the public is private. */
import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Private, loopback, link-local, CGNAT, documentation, benchmark, multicast, mapped and translated: all refused. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !reserved.check(address, 'ipv4')
  // Only 2000::/3 is global unicast, so mapped, NAT64, unique-local and link-local forms fall out by themselves.
  return isIPv6(address) && globalUnicast.check(address, 'ipv6') && !reserved.check(address, 'ipv6')
}

const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

const reserved = new BlockList()
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Teredo and its neighbours, documentation, and 6to4, which carries any IPv4 address inside.
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
]) {
  const [network = '', prefix] = range.split('/')
  reserved.addSubnet(network, Number(prefix), isIPv4(network) ? 'ipv4' : 'ipv6')
}
