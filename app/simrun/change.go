package main

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"threep/assets"
	"threep/scenarios"
	"threep/sim"
)

// mechanismPrefix begins the keys of mechanisms.
const mechanismPrefix = "mechanisms."

// toolsKey is the key of the list of tools, which --set takes besides parameters.
const toolsKey = "decisions.tools"

// change returns a copy of a scenario with the values of --set and --weeks, or every
// fault they have.
func (r *runSettings) change(s *sim.Scenario) (*sim.Scenario, []string) {
	c := &changer{scenario: s.Clone(), table: sim.NewTable(), seen: map[string]bool{}}
	for _, p := range r.set {
		c.set(p.key, p.value)
	}
	if r.given("weeks") {
		row, _ := c.table.Lookup("organisation.horizon_weeks")
		if err := row.Check(float64(r.weeks.value)); err != nil {
			c.fault(assets.F("simrun.fault.weeks", r.weeks.value, plain(row.Min), plain(row.Max)))
		} else {
			row.Set(c.scenario, float64(r.weeks.value))
		}
	}
	if len(c.faults) > 0 {
		return nil, c.faults
	}
	if err := scenarios.Validate(c.scenario); err != nil {
		var all *scenarios.FaultError
		if !errors.As(err, &all) {
			return nil, []string{err.Error()}
		}
		for _, f := range all.Faults {
			c.fault(f.String())
		}
		return nil, c.faults
	}
	return c.scenario, nil
}

// changer sets values one by one and keeps the faults.
type changer struct {
	scenario *sim.Scenario
	table    *sim.Table
	seen     map[string]bool
	faults   []string
}

func (c *changer) fault(sentence string) { c.faults = append(c.faults, sentence) }

func (c *changer) set(key, value string) {
	if row := c.row(key); row != nil {
		c.once(row.Path(), key)
		c.number(row, key, value)
		return
	}
	if name, ok := strings.CutPrefix(key, mechanismPrefix); ok {
		if field, ok := mechanism(c.scenario, name); ok {
			c.once(key, key)
			c.switched(field, key, value)
			return
		}
	}
	if key == toolsKey {
		c.once(key, key)
		c.tools(value)
		return
	}
	c.unknown(key)
}

// once notes a key that is given a second time, by whatever name.
func (c *changer) once(path, key string) {
	if c.seen[path] {
		c.fault(assets.F("simrun.fault.set_twice", key))
	}
	c.seen[path] = true
}

// row finds a parameter by its id or its path in a scenario file.
func (c *changer) row(key string) *sim.Param {
	if row, ok := c.table.Lookup(key); ok {
		return row
	}
	rows := c.table.Rows()
	for i := range rows {
		if rows[i].Path() == key {
			return &rows[i]
		}
	}
	return nil
}

func (c *changer) number(row *sim.Param, key, value string) {
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || row.Check(v) != nil {
		whole := ""
		if row.Unit == sim.UnitCount {
			whole = assets.T("simrun.set.whole")
		}
		c.fault(assets.F("simrun.fault.set_value", key, value, whole, plain(row.Min), plain(row.Max), plain(row.Default), label(row.ID)))
		return
	}
	row.Set(c.scenario, v)
}

func (c *changer) switched(field reflect.Value, key, value string) {
	switch strings.ToLower(value) {
	case "true", "on", "yes":
		field.SetBool(true)
	case "false", "off", "no":
		field.SetBool(false)
	default:
		c.fault(assets.F("simrun.fault.set_switch", key, value))
	}
}

// tools takes a list of tools, which may be empty.
func (c *changer) tools(value string) {
	var ids []string
	for i := range c.scenario.Catalogue.Tools {
		ids = append(ids, c.scenario.Catalogue.Tools[i].ID)
	}
	var list []string
	for _, id := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ' ' }) {
		if !slices.Contains(ids, id) {
			c.fault(assets.F("simrun.fault.set_tool", id, strings.Join(ids, ", ")))
			continue
		}
		if !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	c.scenario.Decisions.Tools = list
	for id := range c.scenario.Decisions.ToolDelay {
		if !slices.Contains(list, id) {
			delete(c.scenario.Decisions.ToolDelay, id)
		}
	}
}

// unknown says what may have been meant.
func (c *changer) unknown(key string) {
	if near := c.nearest(key); near != "" {
		c.fault(assets.F("simrun.fault.set_near", key, near))
		return
	}
	if strings.HasPrefix(key, mechanismPrefix) {
		c.fault(assets.F("simrun.fault.set_mechanism", key, strings.Join(mechanismKeys(), ", ")))
		return
	}
	c.fault(assets.F("simrun.fault.set_unknown", key))
}

// nearest is a parameter whose last part is the key, or whose id or path is close.
func (c *changer) nearest(key string) string {
	var ids, paths []string
	for _, row := range c.table.Rows() {
		if _, last, _ := strings.Cut(row.ID, "."); last == key {
			return row.ID
		}
		ids, paths = append(ids, row.ID), append(paths, row.Path())
	}
	if name, ok := strings.CutPrefix(key, mechanismPrefix); ok {
		// The prefix, alike in all, must not make any name look near.
		var names []string
		for _, k := range mechanismKeys() {
			names = append(names, strings.TrimPrefix(k, mechanismPrefix))
		}
		if near := scenarios.Nearest(name, names); near != "" {
			return mechanismPrefix + near
		}
		return ""
	}
	if near := scenarios.Nearest(key, append(ids, toolsKey)); near != "" {
		return near
	}
	return scenarios.Nearest(key, paths)
}

// mechanism finds a switch by its key.
func mechanism(s *sim.Scenario, name string) (reflect.Value, bool) {
	v := reflect.ValueOf(&s.Mechanisms).Elem()
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("toml") == name {
			return v.Field(i), true
		}
	}
	return reflect.Value{}, false
}

func mechanismKeys() []string {
	t := reflect.TypeFor[sim.Mechanisms]()
	var keys []string
	for i := range t.NumField() {
		keys = append(keys, mechanismPrefix+t.Field(i).Tag.Get("toml"))
	}
	return keys
}
