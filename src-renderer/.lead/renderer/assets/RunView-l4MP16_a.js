import { At as toDisplayString, B as createCommentVNode, Dt as normalizeClass, H as createTextVNode, L as computed, P as Fragment, R as createBaseVNode, S as useRouter, Tt as unref, U as createVNode, V as createElementBlock, W as defineComponent, _ as RouterLink, a as useNotices, ft as withCtx, h as useText, i as _plugin_vue_export_helper_default, it as renderList, n as AppButton_default, nt as openBlock, s as useApi, t as PageHeader_default, ut as watch, x as useRoute, yt as ref, z as createBlock } from "./PageHeader-D_8GErRu.js";
import { a as ClassBars_default, n as ConfusionMatrix_default, r as LineChart_default, t as useExport } from "./useExport-BJRTdoCP.js";
import { n as AccuracyWhisker_default, t as StatusPill_default } from "./StatusPill-dVpqKtPQ.js";
import { M as isActive, N as useRuns, a as useTasks, i as ErrorPanel_default, r as TaskProgress_default, s as ProgressBar_default } from "./index-5uOnG9Lo.js";
import { t as RenameDialog_default } from "./RenameDialog-DpiT8IRp.js";
import { t as RunMark_default } from "./RunMark-CSVG3G-m.js";
// src-renderer/run/EpochTable.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$6 = ["data-version"];
var _hoisted_2$6 = { scope: "col" };
var _hoisted_3$6 = { scope: "col" };
var _hoisted_4$5 = { scope: "col" };
var _hoisted_5$2 = { scope: "col" };
var _hoisted_6$2 = { scope: "col" };
var _hoisted_7$2 = { scope: "row" };
// src-renderer/run/EpochTable.vue
var EpochTable_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "EpochTable",
	props: {
		trace: {},
		version: {}
	},
	setup(__props) {
		const { t, f } = useText();
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("table", {
				class: "num small",
				"data-version": __props.version,
				"data-test": "epoch-table"
			}, [createBaseVNode("thead", null, [createBaseVNode("tr", null, [
				createBaseVNode("th", _hoisted_2$6, toDisplayString(unref(t)("charts.epoch")), 1),
				createBaseVNode("th", _hoisted_3$6, toDisplayString(unref(t)("charts.trainLoss")), 1),
				createBaseVNode("th", _hoisted_4$5, toDisplayString(unref(t)("charts.validationLoss")), 1),
				createBaseVNode("th", _hoisted_5$2, toDisplayString(unref(t)("charts.trainAccuracy")), 1),
				createBaseVNode("th", _hoisted_6$2, toDisplayString(unref(t)("charts.validationAccuracy")), 1)
			])]), createBaseVNode("tbody", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(__props.trace.epochs, (epoch) => {
				return openBlock(), createElementBlock("tr", { key: epoch.seq }, [
					createBaseVNode("th", _hoisted_7$2, toDisplayString(unref(f).number(epoch.epoch)), 1),
					createBaseVNode("td", null, toDisplayString(unref(f).loss(epoch.train.loss)), 1),
					createBaseVNode("td", null, toDisplayString(epoch.validation ? unref(f).loss(epoch.validation.loss) : "–"), 1),
					createBaseVNode("td", null, toDisplayString(unref(f).percent(epoch.train.accuracy)), 1),
					createBaseVNode("td", null, toDisplayString(epoch.validation ? unref(f).percent(epoch.validation.accuracy) : "–"), 1)
				]);
			}), 128))])], 8, _hoisted_1$6);
		};
	}
}), [["__scopeId", "data-v-ed7598e1"]]);
// src-renderer/run/RunActions.vue
var RunActions_default = /* @__PURE__ */ defineComponent({
	__name: "RunActions",
	props: { summary: {} },
	setup(__props) {
		const props = __props;
		const api = useApi();
		const router = useRouter();
		const runs = useRuns();
		const tasks = useTasks();
		const notices = useNotices();
		const { t } = useText();
		const { exportRun } = useExport();
		const renaming = ref(false);
		/** Asked for, not yet done. */
		const asked = ref(null);
		const active = computed(() => isActive(props.summary));
		async function ask(what) {
			asked.value = what;
			try {
				await api.call(`runs.${what}`, { run: props.summary.run });
			} catch (error) {
				notices.error(error);
			}
			asked.value = null;
		}
		async function remove() {
			runs.remove(props.summary);
			await router.push({ name: "runs" });
		}
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [active.value ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [
				__props.summary.status === "running" ? (openBlock(), createBlock(AppButton_default, {
					key: 0,
					icon: "pause",
					disabled: asked.value !== null,
					"data-test": "pause",
					onClick: _cache[0] || (_cache[0] = ($event) => ask("pause"))
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("run.pause")), 1)]),
					_: 1
				}, 8, ["disabled"])) : createCommentVNode("", true),
				__props.summary.status === "paused" ? (openBlock(), createBlock(AppButton_default, {
					key: 1,
					kind: "primary",
					icon: "play",
					disabled: asked.value !== null,
					"data-test": "resume",
					onClick: _cache[1] || (_cache[1] = ($event) => ask("resume"))
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("run.resume")), 1)]),
					_: 1
				}, 8, ["disabled"])) : createCommentVNode("", true),
				createVNode(AppButton_default, {
					kind: "danger",
					icon: "stop",
					disabled: asked.value === "cancel",
					"data-test": "cancel",
					onClick: _cache[2] || (_cache[2] = ($event) => ask("cancel"))
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(asked.value === "cancel" ? unref(t)("tasks.cancelling") : unref(t)("run.cancel")), 1)]),
					_: 1
				}, 8, ["disabled"])
			], 64)) : (openBlock(), createElementBlock(Fragment, { key: 1 }, [
				createVNode(AppButton_default, {
					kind: "quiet",
					icon: "trash",
					label: unref(t)("common.remove"),
					"data-test": "remove-run",
					onClick: remove
				}, null, 8, ["label"]),
				createVNode(AppButton_default, {
					kind: "quiet",
					icon: "pencil",
					label: unref(t)("run.rename"),
					"data-test": "rename",
					onClick: _cache[3] || (_cache[3] = ($event) => renaming.value = true)
				}, null, 8, ["label"]),
				__props.summary.status === "done" ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [createVNode(AppButton_default, {
					icon: "predict",
					to: {
						name: "predict",
						query: { run: __props.summary.run }
					},
					"data-test": "try"
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("run.try")), 1)]),
					_: 1
				}, 8, ["to"]), createVNode(AppButton_default, {
					kind: "primary",
					icon: "export",
					disabled: !!unref(tasks).byPurpose(`export:${__props.summary.run}`),
					"data-test": "export",
					onClick: _cache[4] || (_cache[4] = ($event) => unref(exportRun)(__props.summary))
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("run.export")), 1)]),
					_: 1
				}, 8, ["disabled"])], 64)) : createCommentVNode("", true)
			], 64)), createVNode(RenameDialog_default, {
				open: renaming.value,
				"onUpdate:open": _cache[5] || (_cache[5] = ($event) => renaming.value = $event),
				run: __props.summary.run,
				name: __props.summary.name
			}, null, 8, [
				"open",
				"run",
				"name"
			])], 64);
		};
	}
});
// src-renderer/run/RunFacts.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$5 = ["aria-label"];
var _hoisted_2$5 = ["data-test"];
var _hoisted_3$5 = { class: "num" };
var _hoisted_4$4 = { class: "small quiet" };
// src-renderer/run/RunFacts.vue
var RunFacts_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "RunFacts",
	props: {
		summary: {},
		trace: {}
	},
	setup(__props) {
		const props = __props;
		const runs = useRuns();
		const { t, f } = useText();
		const now = computed(() => {
			props.trace.version.value;
			const { trace, summary } = props;
			const last = trace.epochs.at(-1);
			return {
				steps: trace.steps,
				left: summary.status === "running" ? trace.secondsLeft : null,
				epoch: trace.lastBatch?.epoch ?? last?.epoch ?? 0,
				speed: trace.lastBatch?.imagesPerSecond ?? last?.imagesPerSecond ?? summary.imagesPerSecond,
				train: last?.train.accuracy ?? null,
				validation: last?.validation?.accuracy ?? null,
				loss: trace.lastBatch?.loss ?? null,
				device: trace.start?.device
			};
		});
		const stage = computed(() => runs.stages.get(props.summary.run));
		const facts = computed(() => [
			{
				id: "epoch",
				name: t("run.epoch"),
				value: t("run.epochOf", {
					epoch: f.value.number(now.value.epoch),
					epochs: f.value.number(props.summary.epochsPlanned)
				})
			},
			{
				id: "train",
				name: t("run.trainAccuracy"),
				value: now.value.train === null ? "–" : f.value.percent(now.value.train)
			},
			{
				id: "validation",
				name: t("run.validationAccuracy"),
				value: now.value.validation === null ? "–" : f.value.percent(now.value.validation)
			},
			{
				id: "speed",
				name: t("run.speed"),
				value: now.value.speed ? f.value.number(Math.round(now.value.speed)) : "–"
			},
			{
				id: "left",
				name: t("run.timeLeft"),
				value: now.value.left === null ? "–" : f.value.duration(Math.max(1, Math.round(now.value.left)))
			}
		]);
		const doing = computed(() => {
			const { status } = props.summary;
			if (stage.value) return [
				"decode",
				"prepare",
				"evaluate",
				"train",
				"build",
				"measure",
				"write",
				"connect",
				"scan",
				"predict"
			].includes(stage.value.stage) ? t(`stages.${stage.value.stage}`) : t("runs.preparing");
			if (status === "queued") return t("run.queued");
			if (status === "paused") return t("run.paused");
			return now.value.device ? t("run.trainingOn", { device: now.value.device }) : t("runs.preparing");
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("section", {
				class: "facts card",
				"aria-label": unref(t)("run.progress"),
				"data-test": "run-facts"
			}, [
				createBaseVNode("dl", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(facts.value, (fact) => {
					return openBlock(), createElementBlock("div", {
						key: fact.id,
						"data-test": `fact-${fact.id}`
					}, [createBaseVNode("dt", null, toDisplayString(fact.name), 1), createBaseVNode("dd", _hoisted_3$5, toDisplayString(fact.value), 1)], 8, _hoisted_2$5);
				}), 128))]),
				createVNode(ProgressBar_default, {
					label: unref(t)("run.progress"),
					done: stage.value ? stage.value.done : now.value.steps?.done ?? 0,
					total: stage.value ? stage.value.total : __props.summary.status === "queued" ? 1 : now.value.steps?.total ?? 0
				}, null, 8, [
					"label",
					"done",
					"total"
				]),
				createBaseVNode("p", _hoisted_4$4, toDisplayString(doing.value), 1)
			], 8, _hoisted_1$5);
		};
	}
}), [["__scopeId", "data-v-e469c992"]]);
// src-renderer/run/RunLog.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$4 = { class: "log card" };
var _hoisted_2$4 = ["aria-label"];
var _hoisted_3$4 = { class: "num quiet" };
var _hoisted_4$3 = {
	key: 0,
	class: "best small"
};
// src-renderer/run/RunLog.vue
var RunLog_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "RunLog",
	props: { trace: {} },
	setup(__props) {
		const props = __props;
		const { t, tn, f } = useText();
		const lines = computed(() => {
			props.trace.version.value;
			return [...props.trace.log].reverse().map((record) => {
				const at = f.value.duration(record.t / 1e3);
				if (record.type === "start") return {
					seq: record.seq,
					at,
					text: t("log.start", {
						device: record.device,
						images: f.value.number(record.images.train)
					})
				};
				if (record.type === "epoch") {
					const values = {
						epoch: f.value.number(record.epoch),
						loss: f.value.loss((record.validation ?? record.train).loss),
						accuracy: f.value.percent((record.validation ?? record.train).accuracy),
						time: f.value.duration(record.seconds)
					};
					return {
						seq: record.seq,
						at,
						text: t(record.validation ? "log.epoch" : "log.epochTrain", values),
						best: record.best
					};
				}
				if (record.type === "note") return {
					seq: record.seq,
					at,
					text: record.message
				};
				if (record.type === "paused" || record.type === "resumed") return {
					seq: record.seq,
					at,
					text: t(`log.${record.type}`)
				};
				const early = record.stoppedEarly ? ` ${t("log.early")}` : "";
				const best = record.bestEpoch ? ` ${tn("log.best", record.bestEpoch)}` : "";
				return {
					seq: record.seq,
					at,
					text: `${t(`log.end.${record.status}`)}${early}${best}`
				};
			});
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("section", _hoisted_1$4, [createBaseVNode("h2", null, toDisplayString(unref(t)("log.title")), 1), createBaseVNode("ol", {
				tabindex: "0",
				"aria-label": unref(t)("log.title"),
				"data-test": "run-log"
			}, [(openBlock(true), createElementBlock(Fragment, null, renderList(lines.value, (line) => {
				return openBlock(), createElementBlock("li", { key: line.seq }, [
					createBaseVNode("time", _hoisted_3$4, toDisplayString(line.at), 1),
					createBaseVNode("span", null, toDisplayString(line.text), 1),
					line.best ? (openBlock(), createElementBlock("span", _hoisted_4$3, toDisplayString(unref(t)("log.bestSoFar")), 1)) : createCommentVNode("", true)
				]);
			}), 128))], 8, _hoisted_2$4)]);
		};
	}
}), [["__scopeId", "data-v-4d5883a2"]]);
// src-renderer/run/RunResult.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$3 = {
	class: "result card",
	"data-test": "run-result"
};
var _hoisted_2$3 = { class: "main" };
var _hoisted_3$3 = { class: "small quiet" };
var _hoisted_4$2 = {
	class: "big num",
	"data-test": "test-accuracy"
};
var _hoisted_5$1 = { class: "small quiet num" };
var _hoisted_6$1 = ["data-test"];
var _hoisted_7$1 = { class: "num" };
// src-renderer/run/RunResult.vue
var RunResult_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "RunResult",
	props: {
		summary: {},
		evaluation: {}
	},
	setup(__props) {
		const props = __props;
		const { t, tn, f } = useText();
		const facts = computed(() => {
			const { summary, evaluation } = props;
			return [
				{
					id: "loss",
					name: t("compare.loss"),
					value: f.value.loss(evaluation.test.loss)
				},
				{
					id: "train",
					name: t("run.trainAccuracy"),
					value: f.value.percent(evaluation.train.accuracy)
				},
				{
					id: "gap",
					name: t("compare.gap"),
					value: t("compare.points", { n: f.value.points(evaluation.gap) })
				},
				{
					id: "parameters",
					name: t("compare.parameters"),
					value: summary.parameters === null ? "–" : f.value.number(summary.parameters)
				},
				{
					id: "time",
					name: t("compare.time"),
					value: summary.seconds === null ? "–" : f.value.duration(summary.seconds)
				}
			];
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("section", _hoisted_1$3, [createBaseVNode("div", _hoisted_2$3, [
				createBaseVNode("p", _hoisted_3$3, toDisplayString(unref(t)("compare.accuracy")), 1),
				createBaseVNode("p", _hoisted_4$2, toDisplayString(unref(f).percent(__props.evaluation.test.accuracy)), 1),
				createVNode(AccuracyWhisker_default, {
					accuracy: __props.evaluation.test.accuracy,
					interval: __props.evaluation.testInterval
				}, null, 8, ["accuracy", "interval"]),
				createBaseVNode("p", _hoisted_5$1, toDisplayString(unref(tn)("run.interval", __props.evaluation.test.count, {
					low: unref(f).percent(__props.evaluation.testInterval.low),
					high: unref(f).percent(__props.evaluation.testInterval.high)
				})), 1)
			]), createBaseVNode("dl", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(facts.value, (fact) => {
				return openBlock(), createElementBlock("div", {
					key: fact.id,
					"data-test": `result-${fact.id}`
				}, [createBaseVNode("dt", null, toDisplayString(fact.name), 1), createBaseVNode("dd", _hoisted_7$1, toDisplayString(fact.value), 1)], 8, _hoisted_6$1);
			}), 128))])]);
		};
	}
}), [["__scopeId", "data-v-999cf7b3"]]);
// src-renderer/run/RunSettings.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$2 = { class: "settings card" };
var _hoisted_2$2 = { class: "small" };
var _hoisted_3$2 = { class: "num" };
// src-renderer/run/RunSettings.vue
var RunSettings_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "RunSettings",
	props: { run: {} },
	setup(__props) {
		const props = __props;
		const { t, f } = useText();
		const rows = computed(() => {
			const { run } = props;
			const [phase] = run.plan.phases;
			const { flip, ...amounts } = run.plan.augmentation;
			const changed = Object.entries(amounts).filter(([, amount]) => amount > 0);
			const changes = [...flip ? [t("train.augment.flip")] : [], ...changed.map(([name, amount]) => `${t(`train.augment.${name}`)} ${f.value.number(amount, 3)}`)];
			const model = Object.entries(run.model.options).map(([name, value]) => `${name} ${[value].flat().join("-")}`);
			return [
				[t("run.settings.model"), `${run.model.name.toUpperCase()}: ${model.join(", ")}`],
				[t("train.size"), t("data.pixels", { size: run.preprocessing.size })],
				[t("train.epochs"), f.value.number(run.plan.phases.reduce((sum, one) => sum + one.epochs, 0))],
				[t("train.batch"), f.value.number(run.plan.batch)],
				[t("train.optimizer"), phase.optimizer.name],
				[t("train.learningRate"), `${f.value.number(phase.learningRate, 8)}, ${t(`train.schedules.${phase.schedule.name}`)}`],
				[t("train.augmentTitle"), changes.length ? changes.join(", ") : t("train.augmentNone")],
				[t("train.earlyStopping"), run.plan.earlyStopping ? t("common.yes") : t("common.no")],
				[t("train.seed"), String(run.seed)],
				[t("run.settings.version"), `Cotejo ${run.cotejo}`]
			];
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("section", _hoisted_1$2, [createBaseVNode("h2", null, toDisplayString(unref(t)("run.settings.title")), 1), createBaseVNode("dl", _hoisted_2$2, [createBaseVNode("div", null, [createBaseVNode("dt", null, toDisplayString(unref(t)("train.dataset")), 1), createBaseVNode("dd", null, [createVNode(unref(RouterLink), { to: {
				name: "dataset",
				params: { id: __props.run.dataset }
			} }, {
				default: withCtx(() => [createTextVNode(toDisplayString(__props.run.datasetName), 1)]),
				_: 1
			}, 8, ["to"])])]), (openBlock(true), createElementBlock(Fragment, null, renderList(rows.value, ([name, value]) => {
				return openBlock(), createElementBlock("div", { key: name }, [createBaseVNode("dt", null, toDisplayString(name), 1), createBaseVNode("dd", _hoisted_3$2, toDisplayString(value), 1)]);
			}), 128))])]);
		};
	}
}), [["__scopeId", "data-v-37e7a96b"]]);
// src-renderer/run/SideBySide.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$1 = ["aria-label"];
var _hoisted_2$1 = { class: "row spread" };
var _hoisted_3$1 = { class: "name" };
var _hoisted_4$1 = { class: "small quiet num" };
// src-renderer/run/SideBySide.vue
var SideBySide_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "SideBySide",
	props: {
		ids: {},
		shown: {}
	},
	setup(__props) {
		const props = __props;
		const runs = useRuns();
		const { t, f } = useText();
		const members = computed(() => props.ids.flatMap((id, place) => {
			const summary = runs.byId.get(id);
			return summary ? [{
				place,
				summary,
				accuracy: summary.testAccuracy ?? summary.validationAccuracy
			}] : [];
		}));
		const ready = computed(() => members.value.length > 1 && members.value.every(({ summary }) => !isActive(summary)));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("nav", {
				class: "together",
				"aria-label": unref(t)("run.together"),
				"data-test": "side-by-side"
			}, [(openBlock(true), createElementBlock(Fragment, null, renderList(members.value, ({ place, summary, accuracy }) => {
				return openBlock(), createBlock(unref(RouterLink), {
					key: summary.run,
					class: normalizeClass(["member card", { shown: summary.run === __props.shown }]),
					"aria-current": summary.run === __props.shown ? "page" : void 0,
					to: {
						name: "run",
						params: { id: summary.run },
						query: { with: __props.ids.join(",") }
					},
					"data-test": `member-${place}`
				}, {
					default: withCtx(() => [
						createBaseVNode("div", _hoisted_2$1, [createVNode(RunMark_default, { place }, null, 8, ["place"]), createVNode(StatusPill_default, { status: summary.status }, null, 8, ["status"])]),
						createBaseVNode("strong", _hoisted_3$1, toDisplayString(summary.name), 1),
						createVNode(ProgressBar_default, {
							label: summary.name,
							done: summary.epochs,
							total: Math.max(1, summary.epochsPlanned)
						}, null, 8, [
							"label",
							"done",
							"total"
						]),
						createBaseVNode("p", _hoisted_4$1, [createTextVNode(toDisplayString(unref(t)("run.epochOf", {
							epoch: unref(f).number(summary.epochs),
							epochs: unref(f).number(summary.epochsPlanned)
						})) + " ", 1), accuracy !== null ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [createTextVNode(" · " + toDisplayString(unref(t)(summary.testAccuracy === null ? "run.validationIs" : "run.testIs", { accuracy: unref(f).percent(accuracy) })), 1)], 64)) : createCommentVNode("", true)])
					]),
					_: 2
				}, 1032, [
					"class",
					"aria-current",
					"to",
					"data-test"
				]);
			}), 128)), createVNode(AppButton_default, {
				class: "go",
				kind: ready.value ? "primary" : "plain",
				icon: "compare",
				to: {
					name: "compare",
					query: { runs: __props.ids.join(",") }
				},
				"data-test": "compare-these"
			}, {
				default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("run.compareThese")), 1)]),
				_: 1
			}, 8, ["kind", "to"])], 8, _hoisted_1$1);
		};
	}
}), [["__scopeId", "data-v-ad40ff08"]]);
// src-renderer/run/useRunCharts.ts
/** Batches as a faint cloud, train as a solid line, validation dashed: readable without colour. */
function runSeries(trace, value, t) {
	return [
		{
			id: "batch",
			label: t("charts.batch"),
			color: "train",
			look: "cloud",
			points: trace.batch[value]
		},
		{
			id: "train",
			label: t("charts.train"),
			color: "run-1",
			look: "line",
			points: trace.train[value]
		},
		{
			id: "validation",
			label: t("charts.validation"),
			color: "run-2",
			look: "dashed",
			points: trace.validation[value]
		}
	];
}
// src-renderer/views/RunView.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1 = ["data-run"];
var _hoisted_2 = {
	key: 2,
	class: "ended",
	role: "alert",
	"data-test": "run-failed"
};
var _hoisted_3 = { key: 0 };
var _hoisted_4 = { class: "quiet" };
var _hoisted_5 = { class: "charts" };
var _hoisted_6 = { class: "card part" };
var _hoisted_7 = { class: "card part" };
var _hoisted_8 = { class: "card part" };
var _hoisted_9 = { class: "card part" };
var _hoisted_10 = { class: "charts" };
// src-renderer/views/RunView.vue
var RunView_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "RunView",
	props: { id: {} },
	setup(__props) {
		const props = __props;
		const api = useApi();
		const route = useRoute();
		const runs = useRuns();
		const tasks = useTasks();
		const { t, f } = useText();
		const found = ref(null);
		const error = ref(null);
		const summary = computed(() => runs.byId.get(props.id) ?? found.value?.summary);
		const trace = computed(() => runs.trace(props.id));
		const version = computed(() => trace.value.version.value);
		const together = computed(() => {
			const ids = String(route.query.with ?? "").split(",").filter(Boolean);
			return ids.length > 1 && ids.includes(props.id) ? ids : [];
		});
		const lossSeries = computed(() => runSeries(trace.value, "loss", t));
		const accuracySeries = computed(() => runSeries(trace.value, "accuracy", t));
		const exporting = computed(() => tasks.byPurpose(`export:${props.id}`));
		async function load() {
			const { id } = props;
			try {
				const answer = await api.call("runs.get", { run: id });
				if (id !== props.id) return;
				found.value = answer;
				error.value = null;
			} catch (thrown) {
				if (id === props.id) error.value = thrown;
			}
		}
		watch(() => [props.id, summary.value?.status], (_now, before) => {
			if (before?.[0] !== props.id) found.value = null;
			load();
		}, { immediate: true });
		return (_ctx, _cache) => {
			return error.value && !summary.value ? (openBlock(), createBlock(ErrorPanel_default, {
				key: 0,
				error: error.value
			}, null, 8, ["error"])) : summary.value ? (openBlock(), createElementBlock(Fragment, { key: 1 }, [createVNode(PageHeader_default, {
				title: summary.value.name,
				lead: [
					summary.value.datasetName,
					unref(t)("data.pixels", { size: summary.value.size }),
					unref(f).date(summary.value.created)
				].join(" · ")
			}, {
				above: withCtx(() => [createVNode(StatusPill_default, {
					status: summary.value.status,
					class: "pill"
				}, null, 8, ["status"])]),
				default: withCtx(() => [createVNode(RunActions_default, { summary: summary.value }, null, 8, ["summary"])]),
				_: 1
			}, 8, ["title", "lead"]), createBaseVNode("div", {
				class: "parts",
				"data-test": "run-page",
				"data-run": __props.id
			}, [
				together.value.length ? (openBlock(), createBlock(SideBySide_default, {
					key: 0,
					ids: together.value,
					shown: __props.id
				}, null, 8, ["ids", "shown"])) : createCommentVNode("", true),
				exporting.value ? (openBlock(), createBlock(TaskProgress_default, {
					key: 1,
					task: exporting.value
				}, null, 8, ["task"])) : createCommentVNode("", true),
				summary.value.status === "failed" || summary.value.status === "crashed" ? (openBlock(), createElementBlock("div", _hoisted_2, [
					createBaseVNode("h2", null, toDisplayString(unref(t)(`run.ended.${summary.value.status}`)), 1),
					summary.value.reason ? (openBlock(), createElementBlock("p", _hoisted_3, toDisplayString(summary.value.reason), 1)) : createCommentVNode("", true),
					createBaseVNode("p", _hoisted_4, toDisplayString(unref(t)("run.ended.kept")), 1)
				])) : createCommentVNode("", true),
				unref(isActive)(summary.value) ? (openBlock(), createBlock(RunFacts_default, {
					key: 3,
					summary: summary.value,
					trace: trace.value
				}, null, 8, ["summary", "trace"])) : found.value?.evaluation ? (openBlock(), createBlock(RunResult_default, {
					key: 4,
					summary: summary.value,
					evaluation: found.value.evaluation
				}, null, 8, ["summary", "evaluation"])) : createCommentVNode("", true),
				createBaseVNode("div", _hoisted_5, [createBaseVNode("div", _hoisted_6, [createVNode(LineChart_default, {
					title: unref(t)("charts.loss"),
					series: lossSeries.value,
					unit: "loss",
					version: version.value,
					epochs: summary.value.epochsPlanned,
					"data-test": "chart-loss"
				}, {
					table: withCtx(() => [createVNode(EpochTable_default, {
						trace: trace.value,
						version: version.value
					}, null, 8, ["trace", "version"])]),
					_: 1
				}, 8, [
					"title",
					"series",
					"version",
					"epochs"
				])]), createBaseVNode("div", _hoisted_7, [createVNode(LineChart_default, {
					title: unref(t)("charts.accuracy"),
					series: accuracySeries.value,
					unit: "percent",
					version: version.value,
					epochs: summary.value.epochsPlanned,
					"data-test": "chart-accuracy"
				}, {
					table: withCtx(() => [createVNode(EpochTable_default, {
						trace: trace.value,
						version: version.value
					}, null, 8, ["trace", "version"])]),
					_: 1
				}, 8, [
					"title",
					"series",
					"version",
					"epochs"
				])])]),
				found.value?.evaluation ? (openBlock(), createElementBlock(Fragment, { key: 5 }, [createBaseVNode("div", _hoisted_8, [createVNode(ClassBars_default, { runs: [{
					place: 0,
					name: summary.value.name,
					classes: found.value.evaluation.classes
				}] }, null, 8, ["runs"])]), createBaseVNode("div", _hoisted_9, [createVNode(ConfusionMatrix_default, {
					labels: found.value.evaluation.labels,
					confusion: found.value.evaluation.confusion,
					title: unref(t)("compare.confusion")
				}, null, 8, [
					"labels",
					"confusion",
					"title"
				])])], 64)) : createCommentVNode("", true),
				createBaseVNode("div", _hoisted_10, [createVNode(RunLog_default, { trace: trace.value }, null, 8, ["trace"]), found.value ? (openBlock(), createBlock(RunSettings_default, {
					key: 0,
					run: found.value.run
				}, null, 8, ["run"])) : createCommentVNode("", true)])
			], 8, _hoisted_1)], 64)) : createCommentVNode("", true);
		};
	}
}), [["__scopeId", "data-v-e63c8b87"]]);
export { RunView_default as default };
