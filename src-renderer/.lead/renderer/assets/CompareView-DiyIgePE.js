import { At as toDisplayString, B as createCommentVNode, Dt as normalizeClass, H as createTextVNode, L as computed, P as Fragment, R as createBaseVNode, S as useRouter, Tt as unref, U as createVNode, V as createElementBlock, W as defineComponent, _ as RouterLink, ct as useModel, ft as withCtx, h as useText, i as _plugin_vue_export_helper_default, it as renderList, n as AppButton_default, nt as openBlock, r as AppIcon_default, s as useApi, t as PageHeader_default, ut as watch, x as useRoute, yt as ref, z as createBlock } from "./PageHeader-D_8GErRu.js";
import { a as ClassBars_default, i as pointList, n as ConfusionMatrix_default, r as LineChart_default, t as useExport } from "./useExport-BJRTdoCP.js";
import { N as useRuns, a as useTasks, c as AppSelect_default, i as ErrorPanel_default, l as AppSegments_default, r as TaskProgress_default } from "./index-5uOnG9Lo.js";
import { n as AccuracyWhisker_default, t as StatusPill_default } from "./StatusPill-dVpqKtPQ.js";
import { t as RunMark_default } from "./RunMark-CSVG3G-m.js";
import { t as EmptyState_default } from "./EmptyState-C_jkmd2i.js";
// src-renderer/charts/series.ts
/** The dash of each place in a comparison, so that lines differ without colour too. */
var dashes = [
	[],
	[7, 3],
	[2, 3],
	[
		9,
		3,
		2,
		3
	],
	[12, 4],
	[4, 4]
];
// src-renderer/compare/ComparisonCurves.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$5 = { class: "row wrap choose" };
var _hoisted_2$5 = { class: "small num" };
var _hoisted_3$5 = { scope: "col" };
var _hoisted_4$4 = { scope: "row" };
// src-renderer/compare/ComparisonCurves.vue
var ComparisonCurves_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ComparisonCurves",
	props: { runs: {} },
	setup(__props) {
		const props = __props;
		const { t, f } = useText();
		const set = ref("validation");
		const value = ref("accuracy");
		const sets = computed(() => ["validation", "train"].map((one) => ({
			value: one,
			label: t(`charts.${one}`)
		})));
		const values = computed(() => ["accuracy", "loss"].map((one) => ({
			value: one,
			label: t(`charts.${one}`)
		})));
		const letter = (place) => String.fromCharCode(65 + place);
		const series = computed(() => props.runs.map((run, place) => {
			const points = run.epochsHistory.filter((epoch) => epoch[set.value] !== null);
			return {
				id: run.run,
				label: `${letter(place)} ${run.name}`,
				color: `run-${place % 6 + 1}`,
				look: "line",
				points: pointList(points.map((epoch) => epoch.epoch), points.map((epoch) => epoch[set.value][value.value]))
			};
		}));
		const dash = computed(() => Object.fromEntries(props.runs.map((run, place) => [run.run, dashes[place % dashes.length]])));
		const epochs = computed(() => Math.max(1, ...props.runs.map((run) => run.epochsHistory.length)));
		const cell = (run, epoch) => {
			const metrics = run.epochsHistory.find((one) => one.epoch === epoch)?.[set.value];
			if (!metrics) return "–";
			return value.value === "accuracy" ? f.value.percent(metrics.accuracy) : f.value.loss(metrics.loss);
		};
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [createBaseVNode("div", _hoisted_1$5, [createVNode(AppSegments_default, {
				modelValue: set.value,
				"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => set.value = $event),
				label: unref(t)("charts.set"),
				options: sets.value
			}, null, 8, [
				"modelValue",
				"label",
				"options"
			]), createVNode(AppSegments_default, {
				modelValue: value.value,
				"onUpdate:modelValue": _cache[1] || (_cache[1] = ($event) => value.value = $event),
				label: unref(t)("charts.value"),
				options: values.value
			}, null, 8, [
				"modelValue",
				"label",
				"options"
			])]), createVNode(LineChart_default, {
				title: unref(t)("compare.curves"),
				series: series.value,
				unit: value.value === "accuracy" ? "percent" : "loss",
				epochs: epochs.value,
				dash: dash.value,
				"data-test": "chart-comparison"
			}, {
				table: withCtx(() => [createBaseVNode("table", _hoisted_2$5, [createBaseVNode("thead", null, [createBaseVNode("tr", null, [createBaseVNode("th", _hoisted_3$5, toDisplayString(unref(t)("charts.epoch")), 1), (openBlock(true), createElementBlock(Fragment, null, renderList(__props.runs, (run, place) => {
					return openBlock(), createElementBlock("th", {
						key: run.run,
						scope: "col"
					}, toDisplayString(letter(place)) + " " + toDisplayString(run.name), 1);
				}), 128))])]), createBaseVNode("tbody", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(epochs.value, (epoch) => {
					return openBlock(), createElementBlock("tr", { key: epoch }, [createBaseVNode("th", _hoisted_4$4, toDisplayString(unref(f).number(epoch)), 1), (openBlock(true), createElementBlock(Fragment, null, renderList(__props.runs, (run) => {
						return openBlock(), createElementBlock("td", { key: run.run }, toDisplayString(cell(run, epoch)), 1);
					}), 128))]);
				}), 128))])])]),
				_: 1
			}, 8, [
				"title",
				"series",
				"unit",
				"epochs",
				"dash"
			])], 64);
		};
	}
}), [["__scopeId", "data-v-fe112f48"]]);
// src-renderer/compare/columns.ts
var columns = [
	{
		name: "testAccuracy",
		better: "high"
	},
	{
		name: "testLoss",
		better: "low"
	},
	{
		name: "gap",
		better: "low"
	},
	{
		name: "parameters",
		better: "low"
	},
	{
		name: "seconds",
		better: "low"
	},
	{
		name: "efficiency",
		better: "high"
	}
];
/** Best first, or worst first if reversed; runs without the value come last either way. */
function order(runs, by, reversed) {
	const { better } = columns.find(({ name }) => name === by);
	const sign = (better === "high" ? -1 : 1) * (reversed ? -1 : 1);
	return runs.map((run, place) => ({
		run,
		place
	})).sort((a, b) => {
		const x = a.run[by];
		const y = b.run[by];
		if (x === null || y === null) return Number(x === null) - Number(y === null);
		return sign * (x - y);
	});
}
/** A scale that holds all intervals with a little air, in steps of 5 points: differences are seen at their size. */
function commonScale(runs) {
	const ends = runs.flatMap((run) => {
		const interval = run.interval ?? run.testInterval;
		return interval ? [interval.low, interval.high] : run.testAccuracy === null ? [] : [run.testAccuracy];
	});
	if (ends.length === 0) return {
		from: 0,
		to: 1
	};
	const from = Math.max(0, Math.floor((Math.min(...ends) - .02) * 20) / 20);
	const to = Math.min(1, Math.ceil((Math.max(...ends) + .02) * 20) / 20);
	return {
		from,
		to: Math.max(to, from + .05)
	};
}
// src-renderer/compare/ComparisonTable.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$4 = ["aria-label"];
var _hoisted_2$4 = { "data-test": "comparison-table" };
var _hoisted_3$4 = { class: "small" };
var _hoisted_4$3 = { scope: "col" };
var _hoisted_5$3 = ["aria-sort"];
var _hoisted_6$2 = ["data-test", "onClick"];
var _hoisted_7$1 = ["data-run"];
var _hoisted_8$1 = { scope: "row" };
var _hoisted_9 = { class: "name" };
var _hoisted_10 = {
	key: 0,
	class: "tag"
};
var _hoisted_11 = {
	key: 0,
	class: "quiet"
};
var _hoisted_12 = { class: "small quiet note" };
// src-renderer/compare/ComparisonTable.vue
var ComparisonTable_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ComparisonTable",
	props: { runs: {} },
	setup(__props) {
		const props = __props;
		const { t, f } = useText();
		const by = ref("testAccuracy");
		const reversed = ref(false);
		const rows = computed(() => order(props.runs, by.value, reversed.value));
		const scale = computed(() => commonScale(props.runs));
		/** The best of a column; nothing is best where all are equal or there is only one. */
		const best = computed(() => Object.fromEntries(columns.map(({ name, better }) => {
			const values = props.runs.map((run) => run[name]).filter((value) => value !== null);
			if (values.length < 2 || new Set(values).size < 2) return [name, null];
			return [name, better === "high" ? Math.max(...values) : Math.min(...values)];
		})));
		function sort(name) {
			reversed.value = by.value === name ? !reversed.value : false;
			by.value = name;
		}
		const direction = (name, better) => by.value !== name ? "none" : better === "high" !== reversed.value ? "descending" : "ascending";
		const shown = (name, value) => {
			if (value === null) return "–";
			if (name === "testAccuracy") return f.value.percent(value);
			if (name === "testLoss") return f.value.loss(value);
			if (name === "gap") return t("compare.points", { n: f.value.points(value) });
			if (name === "parameters") return f.value.number(value);
			if (name === "seconds") return f.value.duration(value);
			return f.value.percent(value);
		};
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [createBaseVNode("div", {
				class: "scroll",
				tabindex: "0",
				role: "region",
				"aria-label": unref(t)("compare.table")
			}, [createBaseVNode("table", _hoisted_2$4, [createBaseVNode("thead", _hoisted_3$4, [createBaseVNode("tr", null, [createBaseVNode("th", _hoisted_4$3, toDisplayString(unref(t)("runs.run")), 1), (openBlock(true), createElementBlock(Fragment, null, renderList(unref(columns), ({ name, better }) => {
				return openBlock(), createElementBlock("th", {
					key: name,
					scope: "col",
					"aria-sort": direction(name, better),
					class: normalizeClass(name)
				}, [createBaseVNode("button", {
					type: "button",
					"data-test": `sort-${name}`,
					onClick: ($event) => sort(name)
				}, [createTextVNode(toDisplayString(unref(t)(`compare.columns.${name}`)) + " ", 1), by.value === name ? (openBlock(), createBlock(AppIcon_default, {
					key: 0,
					name: "down",
					size: 14,
					class: normalizeClass({ up: direction(name, better) === "ascending" })
				}, null, 8, ["class"])) : createCommentVNode("", true)], 8, _hoisted_6$2)], 10, _hoisted_5$3);
			}), 128))])]), createBaseVNode("tbody", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(rows.value, ({ run, place }) => {
				return openBlock(), createElementBlock("tr", {
					key: run.run,
					"data-run": run.run,
					"data-test": "comparison-row"
				}, [createBaseVNode("th", _hoisted_8$1, [createBaseVNode("span", _hoisted_9, [
					createVNode(RunMark_default, { place }, null, 8, ["place"]),
					createVNode(unref(RouterLink), { to: {
						name: "run",
						params: { id: run.run }
					} }, {
						default: withCtx(() => [createTextVNode(toDisplayString(run.name), 1)]),
						_: 2
					}, 1032, ["to"]),
					run.status !== "done" ? (openBlock(), createBlock(StatusPill_default, {
						key: 0,
						status: run.status
					}, null, 8, ["status"])) : createCommentVNode("", true)
				])]), (openBlock(true), createElementBlock(Fragment, null, renderList(unref(columns), ({ name }) => {
					return openBlock(), createElementBlock("td", {
						key: name,
						class: normalizeClass(["num", {
							best: run[name] !== null && run[name] === best.value[name],
							[name]: true
						}])
					}, [
						createBaseVNode("span", null, toDisplayString(shown(name, run[name])), 1),
						run[name] !== null && run[name] === best.value[name] ? (openBlock(), createElementBlock("span", _hoisted_10, toDisplayString(unref(t)("compare.best")), 1)) : createCommentVNode("", true),
						name === "testAccuracy" && run.testAccuracy !== null ? (openBlock(), createElementBlock(Fragment, { key: 1 }, [createVNode(AccuracyWhisker_default, {
							accuracy: run.testAccuracy,
							interval: run.interval ?? run.testInterval,
							color: `run-${place % 6 + 1}`,
							from: scale.value.from,
							to: scale.value.to
						}, null, 8, [
							"accuracy",
							"interval",
							"color",
							"from",
							"to"
						]), run.interval ?? run.testInterval ? (openBlock(), createElementBlock("small", _hoisted_11, toDisplayString(unref(f).percent((run.interval ?? run.testInterval).low)) + " – " + toDisplayString(unref(f).percent((run.interval ?? run.testInterval).high)), 1)) : createCommentVNode("", true)], 64)) : createCommentVNode("", true)
					], 2);
				}), 128))], 8, _hoisted_7$1);
			}), 128))])])], 8, _hoisted_1$4), createBaseVNode("p", _hoisted_12, toDisplayString(unref(t)("compare.tableNote")), 1)], 64);
		};
	}
}), [["__scopeId", "data-v-5dcb147e"]]);
// src-renderer/compare/ConditionsTable.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$3 = {
	class: "conditions",
	"data-test": "conditions"
};
var _hoisted_2$3 = {
	key: 0,
	class: "line"
};
var _hoisted_3$3 = { key: 1 };
var _hoisted_4$2 = ["data-condition"];
var _hoisted_5$2 = {
	key: 0,
	class: "unfair small"
};
// src-renderer/compare/ConditionsTable.vue
var ConditionsTable_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ConditionsTable",
	props: { conditions: {} },
	setup(__props) {
		const props = __props;
		const { t, f } = useText();
		const same = computed(() => props.conditions.filter((one) => one.same));
		const different = computed(() => props.conditions.filter((one) => !one.same));
		const names = computed(() => f.value.list(same.value.map((one) => t(`compare.conditions.${one.name}`))));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("section", _hoisted_1$3, [
				createBaseVNode("h2", null, toDisplayString(unref(t)("compare.fair")), 1),
				same.value.length ? (openBlock(), createElementBlock("p", _hoisted_2$3, [createVNode(AppIcon_default, { name: "check" }), createTextVNode(" " + toDisplayString(unref(t)("compare.same", { names: names.value })), 1)])) : createCommentVNode("", true),
				different.value.length ? (openBlock(), createElementBlock("dl", _hoisted_3$3, [(openBlock(true), createElementBlock(Fragment, null, renderList(different.value, (one) => {
					return openBlock(), createElementBlock("div", {
						key: one.name,
						class: normalizeClass({ matters: one.matters }),
						"data-condition": one.name
					}, [createBaseVNode("dt", null, [createTextVNode(toDisplayString(unref(t)(`compare.conditions.${one.name}`)) + " ", 1), one.matters ? (openBlock(), createElementBlock("span", _hoisted_5$2, toDisplayString(unref(t)("compare.matters")), 1)) : createCommentVNode("", true)]), (openBlock(true), createElementBlock(Fragment, null, renderList(one.values, (value, place) => {
						return openBlock(), createElementBlock("dd", {
							key: place,
							class: "small"
						}, [
							createVNode(RunMark_default, {
								place,
								small: ""
							}, null, 8, ["place"]),
							_cache[0] || (_cache[0] = createTextVNode()),
							createBaseVNode("span", null, toDisplayString(value), 1)
						]);
					}), 128))], 10, _hoisted_4$2);
				}), 128))])) : createCommentVNode("", true)
			]);
		};
	}
}), [["__scopeId", "data-v-f4c6f6c9"]]);
// src-renderer/compare/RunPicker.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$2 = {
	class: "row wrap picker",
	"data-test": "run-picker"
};
var _hoisted_2$2 = { class: "name" };
var _hoisted_3$2 = ["aria-label", "onClick"];
// src-renderer/compare/RunPicker.vue
var RunPicker_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "RunPicker",
	props: {
		"modelValue": { required: true },
		"modelModifiers": {}
	},
	emits: ["update:modelValue"],
	setup(__props) {
		const ids = useModel(__props, "modelValue");
		const runs = useRuns();
		const { t, f } = useText();
		const options = computed(() => [{
			value: "",
			label: t("compare.add")
		}, ...runs.list.filter((run) => run.testAccuracy !== null && !ids.value.includes(run.run)).map((run) => ({
			value: run.run,
			label: `${run.name} · ${run.datasetName} · ${f.value.percent(run.testAccuracy)}`
		}))]);
		const add = computed({
			get: () => "",
			set: (id) => {
				if (id) ids.value = [...ids.value, id];
			}
		});
		const remove = (id) => ids.value = ids.value.filter((one) => one !== id);
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$2, [(openBlock(true), createElementBlock(Fragment, null, renderList(ids.value, (id, place) => {
				return openBlock(), createElementBlock("span", {
					key: id,
					class: "chip"
				}, [
					createVNode(RunMark_default, {
						place,
						small: ""
					}, null, 8, ["place"]),
					createBaseVNode("span", _hoisted_2$2, toDisplayString(unref(runs).byId.get(id)?.name ?? id), 1),
					createBaseVNode("button", {
						type: "button",
						"aria-label": unref(t)("compare.takeOut", { name: unref(runs).byId.get(id)?.name ?? id }),
						onClick: ($event) => remove(id)
					}, [createVNode(AppIcon_default, {
						name: "close",
						size: 14
					})], 8, _hoisted_3$2)
				]);
			}), 128)), options.value.length > 1 ? (openBlock(), createBlock(AppSelect_default, {
				key: 0,
				modelValue: add.value,
				"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => add.value = $event),
				bare: "",
				class: "add",
				label: unref(t)("compare.add"),
				options: options.value,
				"data-test": "add-run"
			}, null, 8, [
				"modelValue",
				"label",
				"options"
			])) : createCommentVNode("", true)]);
		};
	}
}), [["__scopeId", "data-v-edf1a06d"]]);
// src-renderer/compare/verdict.ts
function verdictWords({ verdict, runs, conditions }) {
	const kind = runs.filter((run) => run.evaluation !== null).length === 0 ? "waiting" : verdict.kind;
	const equal = kind === "tie" && verdict.difference === 0;
	return {
		kind,
		title: `compare.verdict.${kind}.title`,
		text: equal ? "compare.verdict.tie.equal" : `compare.verdict.${kind}.text`,
		best: verdict.best,
		second: verdict.second,
		difference: verdict.difference === null ? null : Math.abs(verdict.difference),
		p: verdict.p,
		testCount: verdict.testCount,
		needed: kind === "tie" ? verdict.needed : null,
		differing: conditions.filter((one) => one.matters && !one.same).map((one) => one.name)
	};
}
// src-renderer/compare/VerdictPanel.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$1 = ["data-verdict"];
var _hoisted_2$1 = {
	key: 0,
	class: "marks",
	"aria-hidden": "true"
};
var _hoisted_3$1 = { key: 0 };
var _hoisted_4$1 = {
	key: 1,
	class: "marks",
	"aria-hidden": "true"
};
var _hoisted_5$1 = { key: 2 };
var _hoisted_6$1 = {
	key: 3,
	class: "small quiet"
};
// src-renderer/compare/VerdictPanel.vue
var VerdictPanel_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "VerdictPanel",
	props: { comparison: {} },
	setup(__props) {
		const props = __props;
		const { t, tn, f } = useText();
		const words = computed(() => verdictWords(props.comparison));
		const find = (id) => {
			const place = props.comparison.runs.findIndex((run) => run.run === id);
			return {
				place,
				run: props.comparison.runs[place]
			};
		};
		const best = computed(() => find(words.value.best));
		const second = computed(() => find(words.value.second));
		const values = computed(() => ({
			best: best.value.run?.name ?? "",
			second: second.value.run?.name ?? "",
			points: f.value.points(words.value.difference ?? 0),
			bestAccuracy: f.value.percent(best.value.run?.testAccuracy ?? 0),
			secondAccuracy: f.value.percent(second.value.run?.testAccuracy ?? 0),
			p: words.value.p === null ? "" : f.value.pValue(words.value.p),
			differing: f.value.list(words.value.differing.map((name) => t(`compare.conditions.${name}`).toLowerCase()))
		}));
		const chance = computed(() => {
			if (words.value.p === null || words.value.kind === "single" || words.value.kind === "waiting") return "";
			return t("compare.verdict.p", values.value);
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("section", {
				class: normalizeClass(["verdict", words.value.kind]),
				"data-test": "verdict",
				"data-verdict": words.value.kind
			}, [
				best.value.run && words.value.kind === "better" ? (openBlock(), createElementBlock("div", _hoisted_2$1, [
					createVNode(RunMark_default, { place: best.value.place }, null, 8, ["place"]),
					second.value.run ? (openBlock(), createElementBlock("span", _hoisted_3$1, "›")) : createCommentVNode("", true),
					second.value.run ? (openBlock(), createBlock(RunMark_default, {
						key: 1,
						place: second.value.place
					}, null, 8, ["place"])) : createCommentVNode("", true)
				])) : best.value.run && second.value.run ? (openBlock(), createElementBlock("div", _hoisted_4$1, [
					createVNode(RunMark_default, { place: best.value.place }, null, 8, ["place"]),
					createBaseVNode("span", null, toDisplayString(words.value.kind === "tie" ? "≈" : "?"), 1),
					createVNode(RunMark_default, { place: second.value.place }, null, 8, ["place"])
				])) : createCommentVNode("", true),
				createBaseVNode("h2", null, toDisplayString(unref(t)(words.value.title, values.value)), 1),
				createBaseVNode("p", null, toDisplayString(unref(tn)(words.value.text, words.value.testCount ?? 0, values.value)), 1),
				words.value.needed ? (openBlock(), createElementBlock("p", _hoisted_5$1, toDisplayString(unref(tn)("compare.verdict.needed", words.value.needed)), 1)) : createCommentVNode("", true),
				chance.value ? (openBlock(), createElementBlock("p", _hoisted_6$1, toDisplayString(chance.value), 1)) : createCommentVNode("", true)
			], 10, _hoisted_1$1);
		};
	}
}), [["__scopeId", "data-v-08965b13"]]);
// src-renderer/views/CompareView.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1 = {
	key: 1,
	class: "parts"
};
var _hoisted_2 = { class: "card part" };
var _hoisted_3 = { class: "pair" };
var _hoisted_4 = { class: "card part" };
var _hoisted_5 = {
	key: 0,
	class: "card part"
};
var _hoisted_6 = {
	key: 0,
	class: "card part"
};
var _hoisted_7 = {
	key: 1,
	class: "card part stack"
};
var _hoisted_8 = { class: "matrices" };
// src-renderer/views/CompareView.vue
var CompareView_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "CompareView",
	setup(__props) {
		const api = useApi();
		const route = useRoute();
		const router = useRouter();
		const runs = useRuns();
		const tasks = useTasks();
		const { t } = useText();
		const { exportRun } = useExport();
		const comparison = ref(null);
		const error = ref(null);
		const ids = computed({
			get: () => String(route.query.runs ?? "").split(",").filter(Boolean),
			set: (chosen) => void router.replace({
				name: "compare",
				query: chosen.length ? { runs: chosen.join(",") } : {}
			})
		});
		const ended = computed(() => runs.list.filter((run) => run.testAccuracy !== null));
		/** Changes whenever one of the runs has something new to compare. */
		const state = computed(() => ids.value.map((id) => `${id} ${runs.byId.get(id)?.status} ${runs.byId.get(id)?.epochs}`).join());
		const evaluated = computed(() => (comparison.value?.runs ?? []).flatMap((run, place) => run.evaluation ? [{
			place,
			name: run.name,
			classes: run.evaluation.classes,
			evaluation: run.evaluation
		}] : []));
		const exporting = computed(() => tasks.list.filter((task) => task.purpose.startsWith("export:")));
		const best = computed(() => comparison.value?.runs.find((run) => run.run === comparison.value.verdict.best));
		watch(state, async (asked) => {
			if (ids.value.length === 0) {
				comparison.value = null;
				return;
			}
			try {
				const answer = await api.call("compare", { runs: [...ids.value] });
				if (asked !== state.value) return;
				comparison.value = answer;
				error.value = null;
			} catch (thrown) {
				if (asked === state.value) error.value = thrown;
			}
		}, { immediate: true });
		const compareRecent = () => {
			const [first] = ended.value;
			ids.value = ended.value.filter((run) => run.dataset === first?.dataset).slice(0, 4).map((run) => run.run).reverse();
		};
		const letter = (place) => String.fromCharCode(65 + place);
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [createVNode(PageHeader_default, {
				title: unref(t)("compare.title"),
				lead: ids.value.length ? void 0 : unref(t)("compare.lead")
			}, {
				default: withCtx(() => [best.value ? (openBlock(), createBlock(AppButton_default, {
					key: 0,
					kind: "primary",
					icon: "export",
					disabled: exporting.value.length > 0,
					"data-test": "export-best",
					onClick: _cache[0] || (_cache[0] = ($event) => unref(exportRun)(best.value))
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(comparison.value.runs.length > 1 ? unref(t)("compare.exportBest") : unref(t)("run.export")), 1)]),
					_: 1
				}, 8, ["disabled"])) : createCommentVNode("", true)]),
				_: 1
			}, 8, ["title", "lead"]), ids.value.length === 0 ? (openBlock(), createBlock(EmptyState_default, {
				key: 0,
				title: ended.value.length ? unref(t)("compare.chooseTitle") : unref(t)("compare.emptyTitle"),
				text: ended.value.length ? unref(t)("compare.chooseText") : unref(t)("compare.emptyText")
			}, {
				default: withCtx(() => [ended.value.length > 1 ? (openBlock(), createBlock(AppButton_default, {
					key: 0,
					kind: "primary",
					"data-test": "compare-recent",
					onClick: compareRecent
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("compare.recent")), 1)]),
					_: 1
				})) : createCommentVNode("", true), createVNode(AppButton_default, { to: { name: ended.value.length ? "runs" : "train" } }, {
					default: withCtx(() => [createTextVNode(toDisplayString(ended.value.length ? unref(t)("compare.toRuns") : unref(t)("runs.emptyGo")), 1)]),
					_: 1
				}, 8, ["to"])]),
				_: 1
			}, 8, ["title", "text"])) : (openBlock(), createElementBlock("div", _hoisted_1, [
				createVNode(RunPicker_default, {
					modelValue: ids.value,
					"onUpdate:modelValue": _cache[1] || (_cache[1] = ($event) => ids.value = $event)
				}, null, 8, ["modelValue"]),
				(openBlock(true), createElementBlock(Fragment, null, renderList(exporting.value, (task) => {
					return openBlock(), createBlock(TaskProgress_default, {
						key: task.id,
						task
					}, null, 8, ["task"]);
				}), 128)),
				error.value ? (openBlock(), createBlock(ErrorPanel_default, {
					key: 0,
					error: error.value
				}, null, 8, ["error"])) : createCommentVNode("", true),
				comparison.value ? (openBlock(), createElementBlock(Fragment, { key: 1 }, [
					createVNode(VerdictPanel_default, { comparison: comparison.value }, null, 8, ["comparison"]),
					createBaseVNode("section", _hoisted_2, [createVNode(ComparisonTable_default, { runs: comparison.value.runs }, null, 8, ["runs"])]),
					createBaseVNode("div", _hoisted_3, [createBaseVNode("section", _hoisted_4, [createVNode(ComparisonCurves_default, { runs: comparison.value.runs }, null, 8, ["runs"])]), comparison.value.runs.length > 1 ? (openBlock(), createElementBlock("section", _hoisted_5, [createVNode(ConditionsTable_default, { conditions: comparison.value.conditions }, null, 8, ["conditions"])])) : createCommentVNode("", true)]),
					evaluated.value.length ? (openBlock(), createElementBlock("section", _hoisted_6, [createVNode(ClassBars_default, { runs: evaluated.value }, null, 8, ["runs"])])) : createCommentVNode("", true),
					evaluated.value.length ? (openBlock(), createElementBlock("section", _hoisted_7, [createBaseVNode("h2", null, toDisplayString(unref(t)("compare.confusion")), 1), createBaseVNode("div", _hoisted_8, [(openBlock(true), createElementBlock(Fragment, null, renderList(evaluated.value, (run) => {
						return openBlock(), createBlock(ConfusionMatrix_default, {
							key: run.place,
							title: `${letter(run.place)} ${run.name}`,
							labels: run.evaluation.labels,
							confusion: run.evaluation.confusion
						}, null, 8, [
							"title",
							"labels",
							"confusion"
						]);
					}), 128))])])) : createCommentVNode("", true)
				], 64)) : createCommentVNode("", true)
			]))], 64);
		};
	}
}), [["__scopeId", "data-v-25caf235"]]);
export { CompareView_default as default };
