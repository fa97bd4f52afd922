package main

import (
	"errors"
	"flag"
	"io"
	"math"
	"strconv"
	"strings"

	"threep/assets"
	"threep/scenarios"
)

// What arguments can ask for instead of the command itself.
var (
	errHelp    = errors.New("help is asked for")
	errVersion = errors.New("the version is asked for")
)

// newFlags makes a set of flags; parse reads it, so that flags may stand behind
// operands and all faults are told at once.
func newFlags() *flag.FlagSet {
	f := flag.NewFlagSet("", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	return f
}

// parse sets the flags that args give, and returns the operands and every fault.
func parse(flags *flag.FlagSet, args []string) (operands, faults []string, err error) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			return append(operands, args[i+1:]...), faults, err
		}
		if len(arg) < 2 || arg[0] != '-' {
			operands = append(operands, arg)
			continue
		}
		name, value, given := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(arg, "-"), "-"), "=")
		switch name {
		case "help", "h":
			return nil, nil, errHelp
		case "version":
			err = errVersion
			continue
		}
		f := flags.Lookup(name)
		switch {
		case f == nil:
			faults = append(faults, unknownFlag(flags, name))
			// What follows could be the value of the flag that was meant.
			if near := flags.Lookup(nearestFlag(flags, name)); near != nil && !given && !isSwitch(near) && i+1 < len(args) && !isFlag(flags, args[i+1]) {
				i++
			}
			continue
		case isSwitch(f) && !given:
			value = "true"
		case !given:
			if i+1 >= len(args) || isFlag(flags, args[i+1]) {
				faults = append(faults, assets.F("simrun.fault.value", name, valueWords(f)))
				continue
			}
			i++
			value = args[i]
		}
		if e := flags.Set(name, value); e != nil {
			faults = append(faults, flagFault(f, value, e))
		}
	}
	return operands, faults, err
}

// isFlag reports whether an argument is a flag rather than a value; a negative
// number is a value.
func isFlag(flags *flag.FlagSet, arg string) bool {
	if len(arg) < 2 || arg[0] != '-' {
		return false
	}
	_, err := strconv.ParseFloat(arg, 64)
	return err != nil || flags.Lookup(strings.TrimLeft(arg, "-")) != nil
}

func isSwitch(f *flag.Flag) bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

func nearestFlag(flags *flag.FlagSet, name string) string {
	var names []string
	flags.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	return scenarios.Nearest(name, names)
}

func unknownFlag(flags *flag.FlagSet, name string) string {
	if near := nearestFlag(flags, name); near != "" {
		return assets.F("simrun.fault.flag_near", name, near)
	}
	return assets.F("simrun.fault.flag", name)
}

// flagFault says what is wrong with the value of a flag and what would be right.
func flagFault(f *flag.Flag, value string, err error) string {
	var sentence sentenceError
	switch {
	case errors.As(err, &sentence):
		return string(sentence)
	case isSwitch(f):
		return assets.F("simrun.fault.switch", f.Name, value)
	}
	return assets.F("simrun.fault.value_wrong", f.Name, value, valueWords(f))
}

// valueWords says what the value of a flag is: in the words whose key its usage names,
// else in those of its name.
func valueWords(f *flag.Flag) string {
	if f.Usage != "" {
		return assets.T(f.Usage)
	}
	return assets.T("simrun.value." + f.Name)
}

// sentenceError is a fault that is a sentence already.
type sentenceError string

// Error returns the sentence.
func (e sentenceError) Error() string { return string(e) }

// errValue is a fault of a value that the flag's own words explain.
var errValue = errors.New("the value does not fit")

// intFlag is a whole number of at least least.
type intFlag struct {
	value       int
	least, most int
}

// String is the value as written.
func (n *intFlag) String() string { return strconv.Itoa(n.value) }

// Set reads the value.
func (n *intFlag) Set(text string) error {
	v, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || v < n.least || v > n.most {
		return errValue
	}
	n.value = v
	return nil
}

// seedFlag is a whole number from 0.
type seedFlag uint64

// String is the value as written.
func (n *seedFlag) String() string { return strconv.FormatUint(uint64(*n), 10) }

// Set reads the value.
func (n *seedFlag) Set(text string) error {
	v, err := strconv.ParseUint(strings.TrimSpace(text), 10, 64)
	if err != nil {
		return errValue
	}
	*n = seedFlag(v)
	return nil
}

// pair is one "key=value".
type pair struct{ key, value string }

// pairsFlag gathers "key=value" as often as it is given.
type pairsFlag []pair

// String is empty: there is no default.
func (p *pairsFlag) String() string { return "" }

// Set adds a pair.
func (p *pairsFlag) Set(text string) error {
	key, value, ok := strings.Cut(text, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if !ok || key == "" {
		return errValue
	}
	*p = append(*p, pair{key, value})
	return nil
}

// textFlag is a text that is not empty.
type textFlag string

// String is the value as written.
func (t *textFlag) String() string { return string(*t) }

// Set takes the value.
func (t *textFlag) Set(text string) error {
	if text == "" {
		return errValue
	}
	*t = textFlag(text)
	return nil
}

// maxRuns bounds the futures of a run: each takes some hundred kilobytes of memory.
const maxRuns = 100000

// maxWorkers bounds the workers; more than there are processors do no good.
const maxWorkers = 1024

// maxWeeks only keeps the number within reason: the parameter table knows the range.
const maxWeeks = math.MaxInt32
