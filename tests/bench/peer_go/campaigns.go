// The campaign ranking as one would write it by hand in Go: goroutines read blocks of the file, cut them
// at line ends and parse bytes in place. It takes for granted what footfall-cli checks: a header, six
// unquoted columns in this order, whole counts, spend with two decimals, sums that fit 64 bits.
//
//	go build -o peer campaigns.go && ./peer campaigns.csv output-folder
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"math/bits"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"sync"
	"sync/atomic"
)

const blockBytes = 512 << 10

type total struct {
	name                                    string
	impressions, clicks, conversions, cents uint64
}

// number reads digits up to the separator and returns the position behind it.
func number(line []byte, at int) (uint64, int) {
	var value uint64
	for ; at < len(line); at++ {
		c := line[at] - '0'
		if c > 9 {
			if line[at] == '.' {
				continue // two decimals make it cents
			}
			break
		}
		value = value*10 + uint64(c)
	}
	return value, at + 1
}

func add(block []byte, totals map[string]*total) {
	for at := 0; at < len(block); {
		begin := at
		for block[at] != ',' {
			at++
		}
		name := block[begin:at]
		sum := totals[string(name)] // no allocation
		if sum == nil {
			sum = &total{name: string(name)}
			totals[sum.name] = sum
		}
		for at++; block[at] != ','; at++ {
		}
		var value uint64
		value, at = number(block, at+1)
		sum.impressions += value
		value, at = number(block, at)
		sum.clicks += value
		value, at = number(block, at)
		sum.cents += value
		value, at = number(block, at)
		sum.conversions += value
	}
}

// Lines belong to the block they begin in.
func work(file *os.File, next *int64, totals map[string]*total) {
	buffer := make([]byte, blockBytes+4096)
	for {
		begin := (atomic.AddInt64(next, 1) - 1) * blockBytes
		from := begin - 1 // one byte before tells whether a line begins here
		if begin == 0 {
			from = 0
		}
		count, err := file.ReadAt(buffer, from)
		if err != nil && err != io.EOF {
			log.Fatal(err)
		}
		block := buffer[:count]
		if len(block) <= int(begin-from) {
			return
		}
		start := 0
		for start < len(block) && block[start] != '\n' {
			start++
		}
		start++
		end := int(begin-from) + blockBytes
		if end >= len(block) {
			end = len(block)
		} else {
			for end--; end < len(block) && block[end] != '\n'; end++ {
			}
			end++
		}
		if start < end && end <= len(block) {
			add(block[start:end], totals)
		}
	}
}

func halfEven(a, b uint64) uint64 {
	quotient, rest := a/b, a%b
	if 2*rest > b || (2*rest == b && quotient%2 == 1) {
		quotient++
	}
	return quotient
}

// less tells whether a/b < c/d.
func less(a, b, c, d uint64) bool {
	highLeft, left := bits.Mul64(a, d)
	highRight, right := bits.Mul64(c, b)
	return highLeft < highRight || (highLeft == highRight && left < right)
}

func write(folder, name string, totals []*total) {
	file, err := os.Create(filepath.Join(folder, name))
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(file)
	fmt.Fprintln(out, "campaign_id,total_impressions,total_clicks,total_spend,total_conversions,CTR,CPA")
	for _, t := range totals {
		rate, cost := uint64(0), ""
		if t.impressions > 0 {
			rate = halfEven(t.clicks*10000, t.impressions)
		}
		if t.conversions > 0 {
			cents := halfEven(t.cents, t.conversions)
			cost = fmt.Sprintf("%d.%02d", cents/100, cents%100)
		}
		fmt.Fprintf(out, "%s,%d,%d,%d.%02d,%d,%d.%04d,%s\n", t.name, t.impressions, t.clicks, t.cents/100, t.cents%100,
			t.conversions, rate/10000, rate%10000, cost)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
}

func top(totals []*total, before func(a, b *total) (bool, bool)) []*total {
	sort.Slice(totals, func(i, j int) bool {
		a, b := totals[i], totals[j]
		if less, greater := before(a, b); less || greater {
			return less
		}
		if a.cents != b.cents {
			return a.cents > b.cents
		}
		return a.name < b.name
	})
	if len(totals) > 10 {
		return totals[:10]
	}
	return totals
}

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: campaigns FILE FOLDER")
	}
	file, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var next int64
	parts := make([]map[string]*total, runtime.NumCPU())
	var group sync.WaitGroup
	for i := range parts {
		parts[i] = map[string]*total{}
		group.Add(1)
		go func(part map[string]*total) {
			defer group.Done()
			work(file, &next, part)
		}(parts[i])
	}
	group.Wait()
	all := parts[0]
	for _, part := range parts[1:] {
		for name, t := range part {
			sum := all[name]
			if sum == nil {
				all[name] = t
				continue
			}
			sum.impressions += t.impressions
			sum.clicks += t.clicks
			sum.conversions += t.conversions
			sum.cents += t.cents
		}
	}
	var totals, converting []*total
	for _, t := range all {
		totals = append(totals, t)
		if t.conversions > 0 {
			converting = append(converting, t)
		}
	}
	sort.Slice(totals, func(i, j int) bool { return totals[i].name < totals[j].name })
	write(os.Args[2], "campaigns.csv", totals)
	rated := append([]*total{}, totals...)
	rate := func(t *total) (uint64, uint64) {
		if t.impressions == 0 {
			return 0, 1
		}
		return t.clicks, t.impressions
	}
	write(os.Args[2], "top10_ctr.csv", top(rated, func(a, b *total) (bool, bool) {
		an, ad := rate(a)
		bn, bd := rate(b)
		return less(bn, bd, an, ad), less(an, ad, bn, bd)
	}))
	write(os.Args[2], "top10_cpa.csv", top(converting, func(a, b *total) (bool, bool) {
		return less(a.cents, a.conversions, b.cents, b.conversions), less(b.cents, b.conversions, a.cents, a.conversions)
	}))
}
