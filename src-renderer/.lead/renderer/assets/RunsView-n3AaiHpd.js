import { At as toDisplayString, B as createCommentVNode, Dt as normalizeClass, H as createTextVNode, L as computed, P as Fragment, R as createBaseVNode, Tt as unref, U as createVNode, V as createElementBlock, W as defineComponent, _ as RouterLink, ft as withCtx, h as useText, i as _plugin_vue_export_helper_default, it as renderList, n as AppButton_default, nt as openBlock, t as PageHeader_default, yt as ref, z as createBlock } from "./PageHeader-D_8GErRu.js";
import { t as EmptyState_default } from "./EmptyState-C_jkmd2i.js";
import { n as AccuracyWhisker_default, t as StatusPill_default } from "./StatusPill-dVpqKtPQ.js";
import { t as RunMark_default } from "./RunMark-CSVG3G-m.js";
import { M as isActive, N as useRuns } from "./index-5uOnG9Lo.js";
import { t as RenameDialog_default } from "./RenameDialog-DpiT8IRp.js";
// src-renderer/run/RunRow.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$1 = ["data-run"];
var _hoisted_2$1 = { class: "pick" };
var _hoisted_3$1 = [
	"checked",
	"disabled",
	"aria-label"
];
var _hoisted_4$1 = { scope: "row" };
var _hoisted_5$1 = { class: "small quiet" };
var _hoisted_6$1 = {
	key: 0,
	class: "accuracy"
};
var _hoisted_7$1 = { class: "num" };
var _hoisted_8$1 = {
	key: 1,
	class: "small quiet num"
};
var _hoisted_9$1 = {
	key: 2,
	class: "quiet"
};
var _hoisted_10$1 = { class: "num nowrap" };
var _hoisted_11$1 = { class: "nowrap" };
// src-renderer/run/RunRow.vue
var RunRow_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "RunRow",
	props: {
		summary: {},
		place: {}
	},
	emits: ["choose"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emit = __emit;
		const runs = useRuns();
		const { t, f } = useText();
		const renaming = ref(false);
		const change = (event) => emit("choose", event.target.checked);
		const comparable = () => props.summary.testAccuracy !== null || isActive(props.summary);
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("tr", {
				"data-run": __props.summary.run,
				"data-test": "run-row"
			}, [
				createBaseVNode("td", _hoisted_2$1, [createBaseVNode("label", null, [__props.place >= 0 ? (openBlock(), createBlock(RunMark_default, {
					key: 0,
					place: __props.place
				}, null, 8, ["place"])) : createCommentVNode("", true), createBaseVNode("input", {
					type: "checkbox",
					class: normalizeClass({ "visually-hidden": __props.place >= 0 }),
					checked: __props.place >= 0,
					disabled: !comparable(),
					"aria-label": unref(t)("runs.chooseOne", { name: __props.summary.name }),
					"data-test": "choose-run",
					onChange: change
				}, null, 42, _hoisted_3$1)])]),
				createBaseVNode("th", _hoisted_4$1, [createVNode(unref(RouterLink), { to: {
					name: "run",
					params: { id: __props.summary.run }
				} }, {
					default: withCtx(() => [createTextVNode(toDisplayString(__props.summary.name), 1)]),
					_: 1
				}, 8, ["to"]), createBaseVNode("span", _hoisted_5$1, toDisplayString(__props.summary.datasetName) + " · " + toDisplayString(unref(f).date(__props.summary.created)), 1)]),
				createBaseVNode("td", null, [createVNode(StatusPill_default, { status: __props.summary.status }, null, 8, ["status"])]),
				createBaseVNode("td", null, [__props.summary.testAccuracy !== null ? (openBlock(), createElementBlock("div", _hoisted_6$1, [createBaseVNode("strong", _hoisted_7$1, toDisplayString(unref(f).percent(__props.summary.testAccuracy)), 1), createVNode(AccuracyWhisker_default, {
					accuracy: __props.summary.testAccuracy,
					interval: __props.summary.testInterval
				}, null, 8, ["accuracy", "interval"])])) : unref(isActive)(__props.summary) ? (openBlock(), createElementBlock("span", _hoisted_8$1, toDisplayString(unref(t)("run.epochOf", {
					epoch: unref(f).number(__props.summary.epochs),
					epochs: unref(f).number(__props.summary.epochsPlanned)
				})), 1)) : (openBlock(), createElementBlock("span", _hoisted_9$1, "–"))]),
				createBaseVNode("td", _hoisted_10$1, toDisplayString(__props.summary.seconds === null ? "–" : unref(f).duration(__props.summary.seconds)), 1),
				createBaseVNode("td", _hoisted_11$1, [
					createVNode(AppButton_default, {
						kind: "quiet",
						small: "",
						icon: "pencil",
						label: unref(t)("run.rename"),
						"data-test": "rename",
						onClick: _cache[0] || (_cache[0] = ($event) => renaming.value = true)
					}, null, 8, ["label"]),
					createVNode(AppButton_default, {
						kind: "quiet",
						small: "",
						icon: "trash",
						disabled: unref(isActive)(__props.summary),
						label: unref(t)("common.remove"),
						"data-test": "remove-run",
						onClick: _cache[1] || (_cache[1] = ($event) => unref(runs).remove(__props.summary))
					}, null, 8, ["disabled", "label"]),
					createVNode(RenameDialog_default, {
						open: renaming.value,
						"onUpdate:open": _cache[2] || (_cache[2] = ($event) => renaming.value = $event),
						run: __props.summary.run,
						name: __props.summary.name
					}, null, 8, [
						"open",
						"run",
						"name"
					])
				])
			], 8, _hoisted_1$1);
		};
	}
}), [["__scopeId", "data-v-b6a2f441"]]);
// src-renderer/views/RunsView.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1 = {
	key: 1,
	class: "card list"
};
var _hoisted_2 = { "data-test": "runs-table" };
var _hoisted_3 = { class: "small quiet" };
var _hoisted_4 = { scope: "col" };
var _hoisted_5 = { class: "visually-hidden" };
var _hoisted_6 = { scope: "col" };
var _hoisted_7 = { scope: "col" };
var _hoisted_8 = {
	scope: "col",
	class: "wide"
};
var _hoisted_9 = { scope: "col" };
var _hoisted_10 = { scope: "col" };
var _hoisted_11 = { class: "visually-hidden" };
var _hoisted_12 = {
	key: 2,
	class: "chosen card",
	"data-test": "selection"
};
// src-renderer/views/RunsView.vue
var RunsView_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "RunsView",
	setup(__props) {
		const runs = useRuns();
		const { t, tn } = useText();
		/** In the order of choosing: that is the order of the letters. */
		const chosen = ref([]);
		const still = computed(() => chosen.value.filter((id) => runs.list.some((run) => run.run === id)));
		function toggle(id, on) {
			chosen.value = on ? [...still.value, id] : still.value.filter((one) => one !== id);
		}
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [
				createVNode(PageHeader_default, {
					title: unref(t)("runs.title"),
					lead: unref(runs).list.length ? unref(t)("runs.lead") : void 0
				}, {
					default: withCtx(() => [createVNode(AppButton_default, {
						to: { name: "train" },
						icon: "train",
						"data-test": "new-run"
					}, {
						default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("runs.new")), 1)]),
						_: 1
					})]),
					_: 1
				}, 8, ["title", "lead"]),
				unref(runs).loaded && unref(runs).list.length === 0 ? (openBlock(), createBlock(EmptyState_default, {
					key: 0,
					title: unref(t)("runs.emptyTitle"),
					text: unref(t)("runs.emptyText")
				}, {
					default: withCtx(() => [createVNode(AppButton_default, {
						kind: "primary",
						to: { name: "train" }
					}, {
						default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("runs.emptyGo")), 1)]),
						_: 1
					})]),
					_: 1
				}, 8, ["title", "text"])) : (openBlock(), createElementBlock("div", _hoisted_1, [createBaseVNode("table", _hoisted_2, [createBaseVNode("thead", _hoisted_3, [createBaseVNode("tr", null, [
					createBaseVNode("th", _hoisted_4, [createBaseVNode("span", _hoisted_5, toDisplayString(unref(t)("runs.choose")), 1)]),
					createBaseVNode("th", _hoisted_6, toDisplayString(unref(t)("runs.run")), 1),
					createBaseVNode("th", _hoisted_7, toDisplayString(unref(t)("runs.state")), 1),
					createBaseVNode("th", _hoisted_8, toDisplayString(unref(t)("compare.accuracy")), 1),
					createBaseVNode("th", _hoisted_9, toDisplayString(unref(t)("compare.time")), 1),
					createBaseVNode("th", _hoisted_10, [createBaseVNode("span", _hoisted_11, toDisplayString(unref(t)("runs.actions")), 1)])
				])]), createBaseVNode("tbody", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(unref(runs).list, (run) => {
					return openBlock(), createBlock(RunRow_default, {
						key: run.run,
						summary: run,
						place: still.value.indexOf(run.run),
						onChoose: (on) => toggle(run.run, on)
					}, null, 8, [
						"summary",
						"place",
						"onChoose"
					]);
				}), 128))])])])),
				still.value.length > 0 ? (openBlock(), createElementBlock("div", _hoisted_12, [
					createBaseVNode("span", null, toDisplayString(unref(tn)("runs.chosen", still.value.length)), 1),
					createVNode(AppButton_default, {
						kind: "quiet",
						small: "",
						onClick: _cache[0] || (_cache[0] = ($event) => chosen.value = [])
					}, {
						default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("runs.clear")), 1)]),
						_: 1
					}),
					createVNode(AppButton_default, {
						kind: "primary",
						icon: "compare",
						to: {
							name: "compare",
							query: { runs: still.value.join(",") }
						},
						"data-test": "compare-selected"
					}, {
						default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("runs.compare")), 1)]),
						_: 1
					}, 8, ["to"])
				])) : createCommentVNode("", true)
			], 64);
		};
	}
}), [["__scopeId", "data-v-fd266898"]]);
export { RunsView_default as default };
